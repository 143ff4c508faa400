#!/bin/sh
# Stops this member of the control plane cleanly, or starts it, or both.
# environment: DO  stop, start or stop-start · DAEMON  its unit · KILL_ALL  script that ends what it leaves behind, or
#   none · LEFT_PROCESSES  names of which none may be left · DRAIN_DIR  where drains of the store's log are noted
# Exit 1: something is left, and nothing was started.
set -u
: "${DO:?DO is stop, start or stop-start}" "${DAEMON:?DAEMON is the unit of the control daemon}"
KILL_ALL=${KILL_ALL:-none}

left() {
    for name in ${LEFT_PROCESSES:-}; do
        pgrep -x "$(printf '%.15s' "$name")"
    done
}

gone() {
    tries=$1
    while [ -n "$(left)" ] && [ "$tries" -gt 0 ]; do
        tries=$((tries - 1))
        sleep 0.2 2>/dev/null || sleep 1
    done
    [ -z "$(left)" ]
}

# The writer of the store's log is gone, so its drains have nothing to read any more.
end_drains() {
    for note in "${DRAIN_DIR:-/var/log/blackstart}"/*.drain; do
        [ -e "$note" ] || continue
        drain=$(cat "$note")
        if tr '\000' ' ' <"/proc/$drain/cmdline" 2>/dev/null | grep -q '^cat /proc/[0-9]*/fd/[0-9]* *$'; then
            kill "$drain" && echo "process $drain has stopped draining"
        fi
        rm -f "$note"
    done
}

stop() {
    timeout 90 systemctl stop "$DAEMON" || {
        echo "$DAEMON did not stop" >&2
        exit 1
    }
    if [ "$KILL_ALL" != none ]; then
        [ -x "$KILL_ALL" ] || {
            echo "$KILL_ALL is not there, so what is left was not ended, and $DAEMON is stopped" >&2
            exit 1
        }
        timeout -k 5 120 "$KILL_ALL" </dev/null || {
            echo "$KILL_ALL failed or hung, and $DAEMON is stopped" >&2
            exit 1
        }
    else
        # one by one and by id; the store is asked to end before it is made to
        for pid in $(left); do kill -TERM "$pid" 2>/dev/null; done
        gone 50 || for pid in $(left); do kill -KILL "$pid" 2>/dev/null; done
    fi
    gone 25 || {
        echo "still there, and $DAEMON is stopped: $(left | tr '\n' ' ')" >&2
        exit 1
    }
    end_drains
}

case $DO in stop | stop-start) stop ;; esac
case $DO in start | stop-start)
    systemctl reset-failed "$DAEMON" 2>/dev/null
    # without waiting: the first member to start waits for the others
    systemctl start --no-block "$DAEMON" || exit 1
    ;;
esac
