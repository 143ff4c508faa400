#!/bin/sh
# Which long-lived processes write their output into a pipe of another process, and who reads it? Changes nothing.
# environment: OLDER (seconds a process must have lived, 60), PROC (/proc)
# Prints JSON: writers, no_reader (pipes that are only held open by somebody who may also write, the writer itself among
# them), filling (pipes that are more than half full at this moment); they are named on standard error.
# It opens the reading side for an instant and reads nothing from it.
set -u
export LC_ALL=C
command -v perl >/dev/null 2>&1 || {
    echo "perl is not here, so nothing is known" >&2
    exit 4
}
# shellcheck disable=SC2016
exec perl -MFcntl -e '
    my ($older, $proc) = @ARGV;
    my ($up) = split / /, do { local @ARGV = "/proc/uptime"; <> };
    my (%writer, %reader);
    for my $folder (glob "$proc/[0-9]*") {
        my ($pid) = $folder =~ /(\d+)$/;
        my $stat = do { local (@ARGV, $/) = "$folder/stat"; eval { local $SIG{__WARN__} = sub {}; <> } } or next;
        my @after = split / /, substr($stat, rindex($stat, ")") + 2);
        my $age = $up - $after[19] / 100;
        opendir my $fds, "$folder/fd" or next;
        for my $fd (grep /^\d+$/, readdir $fds) {
            my $link = readlink "$folder/fd/$fd" or next;
            next if $link !~ /^pipe:/ && !-p "$folder/fd/$fd";
            my $flags = do { local @ARGV = "$folder/fdinfo/$fd"; local $SIG{__WARN__} = sub {}; my @l = eval { <> }; my ($f) = "@l" =~ /flags:\s+(\d+)/; oct($f || 0) };
            my $mode = $flags & 3;
            my $name = $link =~ /^pipe:/ ? $link : join ":", "fifo", (stat "$folder/fd/$fd")[0, 1];
            push @{$writer{$name}}, [$pid, $fd, "$folder/fd/$fd"] if $mode && ($fd == 1 || $fd == 2) && $age > $older;
            push @{$reader{$name}}, [$pid, $mode] if $mode != 1;
        }
    }
    my ($writers, $none, $filling) = (0, 0, 0);
    for my $name (sort keys %writer) {
        my %pids = map { $_->[0] => 1 } @{$writer{$name}};
        my ($pid, $fd, $path) = @{$writer{$name}[0]};
        my @others = grep { !$pids{$_->[0]} } @{$reader{$name} || []};
        next if !@others && !@{$reader{$name} || []};    # nobody has it open: writing ends with SIGPIPE, and blocks nobody
        # both ends within one process: it wakes itself with it, and closed its output before it made the pipe
        next if !@others && grep { $_->[1] == 0 } @{$reader{$name} || []};
        $writers++;
        my $comm = do { local @ARGV = "$proc/$pid/comm"; my $c = <>; chomp($c); $c };
        if (!grep { $_->[1] == 0 } @others) {
            $none++;
            print STDERR "$comm, process $pid, descriptor $fd: nobody only reads this pipe\n";
        }
        if (sysopen my $in, $path, O_RDONLY | O_NONBLOCK) {
            my $bytes = pack "i", 0;
            ioctl $in, 0x541B, $bytes;
            my ($has, $size) = (unpack("i", $bytes), fcntl($in, 1032, 0) || 65536);
            if ($has * 2 > $size) {
                $filling++;
                print STDERR "$comm, process $pid, descriptor $fd: $has of $size bytes wait to be read\n";
            }
        }
    }
    printf "{\"writers\": %d, \"no_reader\": %d, \"filling\": %d}\n", $writers, $none, $filling;
' "${OLDER:-60}" "${PROC:-/proc}"
