#!/bin/sh
# How is the control daemon? Asks systemd only.
# environment: DAEMON  its unit
# Prints JSON: restarts, sub_state, up_seconds (0 unless it runs).
set -u
: "${DAEMON:?DAEMON is the unit of the control daemon}"

shown=$(systemctl show "$DAEMON" -p LoadState,NRestarts,SubState,ExecMainStartTimestampMonotonic 2>&1) || {
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
printf '{"restarts":%s,"sub_state":"%s","up_seconds":%s}\n' "$restarts" "$sub" "$up"
