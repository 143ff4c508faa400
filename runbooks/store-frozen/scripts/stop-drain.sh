#!/bin/sh
# Ends the drains of the store's log, each only when it is safe: its writer is gone, or somebody else reads now.
# While the drain is the only reader, ending it would freeze the store again or kill it by SIGPIPE.
# environment: STORE_PROCESS (etcd) · DRAIN_DIR (/var/log/blackstart, else ~/.local/state/blackstart)
# Prints a line for each drain. Exit 1 when one has to go on.
set -u
STORE_PROCESS=${STORE_PROCESS:-etcd}

paused=''
go_on() {
    [ -z "$paused" ] || kill -CONT "$paused" 2>/dev/null
    paused=''
}
trap go_on EXIT
trap 'exit 1' HUP INT TERM

# Who but the drain has the read end open, as /proc/PID/fd/N? Names only, one ls for all processes: a look at each
# descriptor would take minutes on a busy host.
holders() {
    # shellcheck disable=SC2012
    ls -l /proc/[0-9]*/fd 2>/dev/null | awk -v end="-> $(readlink "$1")" '
        /^\/proc\// { folder = substr($0, 1, length($0) - 1) }
        substr($0, length($0) - length(end) + 1) == end { print folder "/" $(NF - 2) }
    ' | while read -r link; do
        process=${link%/fd/*}
        [ "$process" != "/proc/$2" ] || continue
        # the last octal digit of the flags: 0 reads, 1 writes, 2 both
        case $(sed -n 's/^flags:.*\(.\)$/\1/p' "$process/fdinfo/${link##*/}" 2>/dev/null) in
        0 | 2 | 4 | 6) echo "$link" ;;
        esac
    done
}

# Does one of these holders wait in a read of this very pipe? A read of another pipe is no proof, and where the
# kernel does not say which descriptor it is, neither.
waits_in_read() {
    for link in $1; do
        number=$(printf '0x%x' "${link##*/}")
        for task in "${link%/fd/*}/task"/*; do
            case $(cat "$task/wchan" 2>/dev/null) in *pipe_read* | pipe_wait*) ;; *) continue ;; esac
            [ "$(cut -d' ' -f2 "$task/syscall" 2>/dev/null)" != "$number" ] || return 0
        done
    done
    return 1
}

# Does somebody read while the drain is paused? What was in the pipe must become less, twice. An empty pipe is given an
# empty line, which a reader takes. Covers readers that wait in epoll, as shims written in Go do. Gives up as soon
# as the pipe has stayed full for 0.3 s. Needs perl.
read_while_paused() {
    command -v perl >/dev/null 2>&1 || return 1
    # lets the drain go on even if this script is killed meanwhile
    # shellcheck disable=SC2016
    setsid sh -c 'sleep 8; kill -CONT "$0"' "$2" </dev/null >/dev/null 2>&1 &
    paused=$2
    kill -STOP "$2" || return 1
    perl -MFcntl -e '
        my ($end, $drain) = @ARGV;
        sub rest { select(undef, undef, undef, 0.02) }
        sub paused {
            open(my $f, "<", "/proc/$drain/stat") or exit 1;
            return <$f> =~ /\) T /;
        }
        sysopen(my $r, $end, O_RDONLY | O_NONBLOCK) or exit 1;
        sysopen(my $w, $end, O_WRONLY | O_NONBLOCK) or exit 1;
        sub bytes {
            my $bytes = pack("i", 0);
            ioctl($r, 0x541B, $bytes) or exit 1;
            return unpack("i", $bytes);
        }
        sub room { my $mask = ""; vec($mask, fileno($w), 1) = 1; return select(undef, $mask, undef, 0) }
        for (1 .. 50) { last if paused(); rest() }
        exit 1 unless paused();
        my ($before, $less, $idle, $full) = (bytes(), 0, 0, 0);
        for (1 .. 200) {
            rest();
            my $now = bytes();
            if ($now < $before && ++$less == 2) { exit(paused() ? 0 : 1) }
            $full = $now >= $before && !room() ? $full + 1 : 0;
            exit 1 if $full > 15;
            $idle = $now == 0 ? $idle + 1 : 0;
            if ($idle > 20 && syswrite($w, "\n")) { $now++; $idle = 0 }
            $before = $now;
        }
        exit 1;
    ' "$1" "$2" 2>/dev/null
    seen=$?
    go_on
    return "$seen"
}

# Does anybody but the drain read? Holding the pipe open is not enough, a shim does that and never reads. A reader
# may be busy writing when it is looked at, so it is looked at for some 5 s.
read_by_others() {
    until=$(($(date +%s) + 5))
    while :; do
        held=$(holders "$1" "$2")
        for _ in 1 2 3 4 5; do
            if waits_in_read "$held"; then return 0; fi
            sleep 0.1 2>/dev/null || sleep 1
        done
        [ "$(date +%s)" -lt "$until" ] || break
    done
    [ -n "$held" ] && read_while_paused "$1" "$2"
}

goes_on=0
for note in "${DRAIN_DIR:-/var/log/blackstart}/$STORE_PROCESS"-*.drain \
    "${HOME:-/nonexistent}/.local/state/blackstart/$STORE_PROCESS"-*.drain; do
    [ -e "$note" ] || continue
    drain=$(cat "$note")
    end=$(tr '\000' '\n' <"/proc/$drain/cmdline" 2>/dev/null | sed -n 's|^\(/proc/[0-9]*/fd/[0-9]*\)$|\1|p')
    if [ -z "$end" ]; then
        echo "the drain $drain has ended by itself"
        rm -f "$note"
        continue
    fi
    if [ -p "$end" ] && ! read_by_others "$end" "$drain"; then
        echo "nobody but process $drain is seen reading $end, so it goes on; restart $STORE_PROCESS first" >&2
        goes_on=1
        continue
    fi
    kill "$drain"
    rm -f "$note"
    echo "process $drain has stopped draining"
done
exit "$goes_on"
