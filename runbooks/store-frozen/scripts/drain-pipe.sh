#!/bin/sh
# Gives the store's log a reader again: one that goes on reading into a kept file, in a session of its own. A
# single read would free a few KiB and the store would freeze again.
# environment: STORE_PROCESS  name of its process (etcd) · DRAIN_DIR  where log and process id are kept
#   (/var/log/blackstart, or ~/.local/state/blackstart where that cannot be written)
# Prints a line for each drain. Exit 1 when no pipe needed one or none could be started.
set -u
umask 077
STORE_PROCESS=${STORE_PROCESS:-etcd}

usable() { mkdir -p "$1" 2>/dev/null && [ -d "$1" ] && [ -w "$1" ]; }
dir=''
for place in "${DRAIN_DIR:-/var/log/blackstart}" "${HOME:-/nonexistent}/.local/state/blackstart"; do
    if [ -z "$dir" ] && usable "$place"; then dir=$place; fi
done
[ -n "$dir" ] || {
    echo "neither ${DRAIN_DIR:-/var/log/blackstart} nor ~/.local/state/blackstart can be written" >&2
    exit 1
}

pid=$(pgrep -xo "$STORE_PROCESS") || {
    echo "there is no process $STORE_PROCESS whose log could be drained" >&2
    exit 1
}

# Has this pipe no room at all? Only such a pipe gets a drain: next to a reader that works, a second one would
# take half of its lines.
full() {
    [ -p "$1" ] || return 1
    perl -MFcntl -e '
        sysopen(my $w, $ARGV[0], O_WRONLY | O_NONBLOCK) or exit 2;
        my $mask = "";
        vec($mask, fileno($w), 1) = 1;
        exit(select(undef, $mask, undef, 0) ? 1 : 0);
    ' "$1" 2>/dev/null
    case $? in
    0) return 0 ;;
    1) return 1 ;;
    *) blocked_on "${1##*/}" ;;
    esac
}

# Without perl: does a thread wait in a pipe write, and to this descriptor if the kernel says which?
blocked_on() {
    for task in "/proc/$pid/task"/*; do
        case $(cat "$task/wchan" 2>/dev/null) in *pipe_write* | pipe_wait) ;; *) continue ;; esac
        call=$(cut -d' ' -f2 "$task/syscall" 2>/dev/null)
        case $call in '' | "0x$1") return 0 ;; esac
    done
    return 1
}

# Starts the drain so that it outlives this script, the connection and our own process group: under systemd where
# it works, else in a session of its own.
start() {
    unit=blackstart-drain-$STORE_PROCESS-$pid-$2
    # systemd makes one dollar of two before the shell sees them
    # shellcheck disable=SC2016
    if command -v systemd-run >/dev/null 2>&1 &&
        systemd-run --collect --quiet --unit="$unit" sh -c 'echo $$$$ >"$2"; exec cat "$0" >>"$1"' \
            "$1" "$3" "$4" >/dev/null 2>&1; then
        return 0
    fi
    # shellcheck disable=SC2016
    setsid nohup sh -c 'echo $$ >"$2"; exec cat "$0" >>"$1"' "$1" "$3" "$4" </dev/null >/dev/null 2>&1 &
}

drained=0
inodes=''
for number in 1 2; do
    end=/proc/$pid/fd/$number
    log=$dir/$STORE_PROCESS-$pid-fd$number.log
    note=$dir/$STORE_PROCESS-$pid-fd$number.drain
    old=$(cat "$note" 2>/dev/null) || old=''
    if [ -n "$old" ] && tr '\000' '\n' <"/proc/$old/cmdline" 2>/dev/null | grep -qxF "$end"; then
        echo "process $old already drains $end"
        drained=$((drained + 1))
        inodes="$inodes $(readlink "$end")"
        continue
    fi
    full "$end" || continue
    inode=$(readlink "$end")
    case $inodes in *"$inode"*) continue ;; esac
    inodes="$inodes $inode"
    rm -f "$note"
    start "$end" "$number" "$log" "$note"
    tries=50
    while [ ! -s "$note" ] && [ "$tries" -gt 0 ]; do
        tries=$((tries - 1))
        sleep 0.1 2>/dev/null || sleep 1
    done
    if [ ! -s "$note" ]; then
        echo "the drain of $end did not start" >&2
        exit 1
    fi
    echo "process $(cat "$note") drains $end into $log and goes on until it is stopped"
    drained=$((drained + 1))
done
if [ "$drained" = 0 ]; then
    echo "neither fd 1 nor fd 2 of $STORE_PROCESS ($pid) is a full pipe, so nothing was started" >&2
    exit 1
fi
