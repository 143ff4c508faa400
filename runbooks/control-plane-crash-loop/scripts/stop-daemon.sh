#!/bin/sh
# Stops the daemon and nothing else. Its unit leaves store and containers alone (KillMode=process, or a scope of their
# own); where it does not, nothing is stopped.
# environment: DAEMON  its unit · STORE_PROCESS (etcd)
# Exit 3: stopping the daemon would end the store as well.
set -u
: "${DAEMON:?DAEMON is the unit of the control daemon}"
STORE_PROCESS=${STORE_PROCESS:-etcd}

pid=$(pgrep -xo "$STORE_PROCESS") || pid=''
mode=$(timeout 8 systemctl show "$DAEMON" -p KillMode 2>/dev/null | sed 's/.*=//')
if [ -n "$pid" ] && grep -q "/$DAEMON\.service" "/proc/$pid/cgroup" && [ "$mode" != process ] && [ "$mode" != none ]; then
    echo "$STORE_PROCESS runs inside $DAEMON, and KillMode=$mode would end it too, so nothing was stopped" >&2
    exit 3
fi
timeout 80 systemctl stop "$DAEMON" || {
    echo "$DAEMON did not stop" >&2
    exit 1
}
if [ -n "$pid" ] && [ ! -d "/proc/$pid" ]; then
    echo "$DAEMON is stopped, and $STORE_PROCESS has ended with it" >&2
    exit 1
fi
echo "$DAEMON is stopped${pid:+; $STORE_PROCESS ($pid) lives}"
