#!/bin/sh
# Starts the control daemon afresh: stop, kill what it left behind, prove that nothing is left, start.
# environment: DAEMON  its unit · KILL_ALL  script that ends its left-over processes, such as
#   /usr/local/bin/rke2-killall.sh; none when the unit leaves none
set -u
: "${DAEMON:?DAEMON is the unit of the control daemon}"
KILL_ALL=${KILL_ALL:-none}

systemctl stop "$DAEMON" || {
    echo "$DAEMON did not stop" >&2
    exit 1
}
if [ "$KILL_ALL" != none ]; then
    [ -x "$KILL_ALL" ] || {
        echo "$KILL_ALL is not there, so left-over processes were not ended and $DAEMON is stopped" >&2
        exit 1
    }
    "$KILL_ALL" || {
        echo "$KILL_ALL failed and $DAEMON is stopped" >&2
        exit 1
    }
fi
systemctl reset-failed "$DAEMON" 2>/dev/null
# without waiting: the first member to start waits for the others
systemctl start --no-block "$DAEMON"
