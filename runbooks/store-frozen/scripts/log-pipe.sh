#!/bin/sh
# Is the store blocked because nobody reads its log? Looks only at /proc, asks the store nothing, changes nothing.
# environment: STORE_PROCESS  name of its process, as in /proc/PID/comm (etcd)
# Prints JSON: pid (0: no such process), blocked_threads (threads inside a pipe write), fd (the fullest of 1 and 2
# that is a pipe, 0: none), bytes and size of that pipe (-1: perl is missing), full (no room at two looks 0.3 s
# apart), holders (other processes that hold its read end open).
set -u
STORE_PROCESS=${STORE_PROCESS:-etcd}

# The oldest process of that name. Without pgrep every process is looked at.
store() {
    if command -v pgrep >/dev/null 2>&1; then
        pgrep -xo "$STORE_PROCESS"
        return
    fi
    for comm in /proc/[0-9]*/comm; do
        if [ "$(cat "$comm" 2>/dev/null)" = "$STORE_PROCESS" ]; then
            comm=${comm#/proc/}
            echo "${comm%/comm}"
            return
        fi
    done
}

# How many threads are inside a write to a pipe? Every thread counts: in Go the first one only waits for the others.
# pipe_write, pipe_wait and anon_pipe_write are the names of older and newer kernels; user-mode Linux has them
# only in the stack. One grep for all threads: one or two for each would take ten seconds on a busy host.
blocked_threads() {
    grep -lE 'pipe_write|^pipe_wait$' "/proc/$pid/task"/*/wchan "/proc/$pid/task"/*/stack 2>/dev/null |
        cut -d/ -f5 | sort -u | wc -l
}

# Prints "BYTES SIZE ROOM" of the pipe behind a descriptor; ROOM is 1 when a write would not block. Opening a
# writer's own descriptor for reading gives the other side of the pipe, so its reader need not be known.
fill() {
    perl -MFcntl -e '
        sysopen(my $r, $ARGV[0], O_RDONLY | O_NONBLOCK) or exit 1;
        sysopen(my $w, $ARGV[0], O_WRONLY | O_NONBLOCK) or exit 1;
        my $bytes = pack("i", 0);
        ioctl($r, 0x541B, $bytes);
        my $mask = "";
        vec($mask, fileno($w), 1) = 1;
        printf("%d %d %d\n", unpack("i", $bytes), fcntl($r, 1032, 0), select(undef, $mask, undef, 0));
    ' "$1" 2>/dev/null
}

# Other processes that have the read end open, as "PID NAME" with commas between them. One ls for all processes:
# a readlink for each descriptor would take minutes on a busy host.
holders() {
    # shellcheck disable=SC2012
    ls -l /proc/[0-9]*/fd 2>/dev/null | awk -v end="-> $(readlink "$1")" '
        /^\/proc\// { folder = substr($0, 1, length($0) - 1) }
        substr($0, length($0) - length(end) + 1) == end { print folder "/" $(NF - 2) }
    ' | while read -r link; do
        process=${link%/fd/*}
        [ "$process" != "/proc/$pid" ] || continue
        # the last octal digit of the flags: 0 reads, 1 writes, 2 both
        case $(sed -n 's/^flags:.*\(.\)$/\1/p' "$process/fdinfo/${link##*/}" 2>/dev/null) in
        0 | 2 | 4 | 6) printf '%s %s\n' "${process#/proc/}" "$(cat "$process/comm" 2>/dev/null)" ;;
        esac
    done | sort -u | tr -cd 'a-zA-Z0-9 ._/:\n-' | tr '\n' ',' | sed 's/,$//'
}

pid=$(store)
if [ -z "$pid" ] || [ ! -d "/proc/$pid" ]; then
    echo '{"pid":0,"blocked_threads":0,"fd":0,"bytes":0,"size":0,"full":false,"holders":""}'
    exit 0
fi
if [ ! -r "/proc/$pid/fd" ]; then
    echo "/proc/$pid/fd of $STORE_PROCESS cannot be read as this user; root can" >&2
    exit 2
fi

blocked=$(($(blocked_threads)))

fd=0 bytes=0 size=0 full=false
for number in 1 2; do
    end=/proc/$pid/fd/$number
    [ -p "$end" ] || continue
    look=$(fill "$end")
    if [ -z "$look" ]; then
        [ "$fd" != 0 ] || { fd=$number bytes=-1 size=-1; }
        continue
    fi
    # shellcheck disable=SC2086
    set -- $look
    if [ "$fd" = 0 ] || [ "$1" -gt "$bytes" ]; then
        fd=$number bytes=$1 size=$2
        full=false
        if [ "$3" = 0 ]; then
            sleep 0.3 2>/dev/null || sleep 1
            case $(fill "$end") in *' 0') full=true ;; esac
        fi
    fi
done
[ "$bytes" != -1 ] || [ "$blocked" = 0 ] || full=true
held=''
[ "$fd" = 0 ] || held=$(holders "/proc/$pid/fd/$fd")
printf '{"pid":%s,"blocked_threads":%s,"fd":%s,"bytes":%s,"size":%s,"full":%s,"holders":"%s"}\n' \
    "$pid" "$blocked" "$fd" "$bytes" "$size" "$full" "$held"
