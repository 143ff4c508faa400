#!/bin/sh
# How is the control daemon, and what does it say before it dies? Asks systemd and its journal only.
# environment: DAEMON  its unit · SINCE  seconds back in its journal (28800)
# Prints JSON: restarts, sub_state, up_seconds (0 unless it runs), starts (in that time), says_lease, says_store and
# says_port (how often it said that it lost its lease, that the store does not answer, that its port is taken).
set -u
export LC_ALL=C
: "${DAEMON:?DAEMON is the unit of the control daemon}"

shown=$(timeout 8 systemctl show "$DAEMON" -p LoadState,NRestarts,SubState,ExecMainStartTimestampMonotonic 2>&1) || {
    echo "systemctl could not show $DAEMON: $shown" >&2
    exit 2
}
value() { printf '%s\n' "$shown" | sed -n "s/^$1=//p" | head -n 1; }
[ "$(value LoadState)" != not-found ] || {
    echo "there is no unit $DAEMON on this host, so nothing is known of it" >&2
    exit 2
}

restarts=$(value NRestarts)
sub=$(value SubState)
started=$(value ExecMainStartTimestampMonotonic)
if [ -z "$restarts" ] || [ -z "$sub" ]; then
    echo "systemctl does not say NRestarts and SubState of $DAEMON: $shown" >&2
    exit 2
fi
up=0
if [ "$sub" = running ] && [ "${started:-0}" -gt 0 ]; then
    up=$(awk -v started="$started" '{ printf "%d", $1 - started / 1000000 }' /proc/uptime)
fi
# at most its newest 20,000 lines, read once
timeout 10 journalctl -u "$DAEMON" -q --no-pager -o cat -n 20000 --since "-${SINCE:-28800}s" 2>/dev/null | awk \
    -v restarts="$restarts" -v state="$sub" -v up="$up" '
    /Starting (rke2|k3s) v|Starting ctld/ { starts++ }
    /leaderelection lost|lost lease|failed to renew lease/ { lease++ }
    /failed to get state store status|Failed to (check local etcd status|test (data store|etcd) connection)|retrying of unary invoker failed|context deadline exceeded/ { store++ }
    /address already in use/ { port++ }
    END {
        printf "{\"restarts\":%d,\"sub_state\":\"%s\",\"up_seconds\":%d,\"starts\":%d,", restarts, state, up, starts
        printf "\"says_lease\":%d,\"says_store\":%d,\"says_port\":%d}\n", lease, store, port
    }'
