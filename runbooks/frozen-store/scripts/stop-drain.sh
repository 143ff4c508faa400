#!/bin/sh
# Ends the drains of the store's log, each only when it is safe: its writer is gone, or somebody else reads now.
# While the drain is the only reader, ending it would freeze the store again or kill it by SIGPIPE.
# environment: STORE_PROCESS (etcd) · DRAIN_DIR (/var/log/blackstart, else ~/.local/state/blackstart)
# Prints a line for each drain. Exit 1 when one has to go on.
set -u
STORE_PROCESS=${STORE_PROCESS:-etcd}

# Does anybody but the drain read? Holding the pipe open is not enough, a shim does that and never reads: a thread
# has to wait in a read of a pipe.
read_by_others() {
    # shellcheck disable=SC2012
    ls -l /proc/[0-9]*/fd 2>/dev/null | awk -v end="-> $(readlink "$1")" '
        /^\/proc\// { folder = substr($0, 1, length($0) - 1) }
        substr($0, length($0) - length(end) + 1) == end { print folder }
    ' | sort -u | while read -r folder; do
        process=${folder%/fd}
        [ "$process" != "/proc/$2" ] || continue
        cat "$process"/task/*/wchan 2>/dev/null | grep -q pipe_read && echo yes
    done | grep -q yes
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
        echo "process $drain is the only reader of $end and goes on; restart $STORE_PROCESS first" >&2
        goes_on=1
        continue
    fi
    kill "$drain"
    rm -f "$note"
    echo "process $drain has stopped draining"
done
exit "$goes_on"
