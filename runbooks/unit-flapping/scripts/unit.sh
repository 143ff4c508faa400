#!/bin/sh
# What does systemd say of UNIT? Changes nothing.
# environment: UNIT
# Prints JSON: state (ActiveState), result (why it ended last), restarts, up_seconds (since it is active, 0: it is not).
set -u
export LC_ALL=C
UNIT=${UNIT:?}

value() { systemctl show "$UNIT" -p "$1" --value; }
[ "$(value LoadState)" != not-found ] || {
    echo "there is no unit $UNIT on this host, so nothing is known of it" >&2
    exit 2
}

state=$(value ActiveState) || exit 1
since=$(value ActiveEnterTimestampMonotonic)
read -r up rest </proc/uptime
: "$rest"
seconds=0
case $since in '' | 0 | *[!0-9]*) ;; *)
    [ "$state" = active ] && seconds=$((${up%%.*} - since / 1000000))
    ;;
esac
restarts=$(value NRestarts)
printf '{"state": "%s", "result": "%s", "restarts": %s, "up_seconds": %s}\n' \
    "$state" "$(value Result)" "${restarts:-0}" "$seconds"
