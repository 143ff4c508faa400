# shellcheck shell=bash
# The state store's log pipe, seen and touched through the host's console.

# ON names the members, separated by commas; all of them if it is empty.
members() { if [ -n "${ON:-}" ]; then echo "${ON//,/ }"; else hosts_of_role control | paste -sd' '; fi; }

# Is a thread of this program inside a write to a pipe? User-mode Linux tells only in the stack.
pipe_blocked() {
    host_inside "$1" sh -c '
        for pid in $(pgrep -x "$0"); do
            cat /proc/$pid/task/*/wchan /proc/$pid/task/*/stack
        done 2>/dev/null | grep -q pipe_write' "$2"
}

# Makes the pipe behind a descriptor as small as it gets and fills it up to the last byte with lines of a log.
pipe_fill() {
    host_inside "$1" perl -MFcntl -e '
        sysopen(my $pipe, $ARGV[0], O_RDWR | O_NONBLOCK) or die "$ARGV[0]: $!";
        fcntl($pipe, 1031, 4096);
        for my $size (128, 1) {
            my $line = $size > 1 ? "lab: filler of the log pipe " . "." x ($size - 29) . "\n" : "\n";
            1 while defined syswrite($pipe, $line);
        }' "$2"
}

# As large as it was before it was made small.
pipe_grow() {
    host_inside "$1" perl -MFcntl -e '
        sysopen(my $pipe, $ARGV[0], O_RDWR | O_NONBLOCK) or exit 0;
        fcntl($pipe, 1031, $ARGV[1] + 0);' "$2" "$PIPE_BYTES"
}
