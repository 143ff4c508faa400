#!/bin/sh
# Was UNIT killed for its memory, and how much is there? Changes nothing.
# environment: UNIT
# Prints JSON: result (systemd's, "oom-kill" when it was), kills (by the kernel in its control group since it started),
# limit_bytes (0: none), available_mb (of the host), largest (name of the largest process) and largest_mb.
set -u
export LC_ALL=C
UNIT=${UNIT:?}

value() { systemctl show "$UNIT" -p "$1" --value; }
[ "$(value LoadState)" != not-found ] || {
    echo "there is no unit $UNIT on this host, so nothing is known of it" >&2
    exit 2
}

result=$(value Result) || exit 1
limit=$(value MemoryMax)
case $limit in infinity | '' | *[!0-9]*) limit=0 ;; esac
kills=$(awk '$1 == "oom_kill" { print $2 }' "/sys/fs/cgroup$(value ControlGroup)/memory.events" 2>/dev/null)
available=$(awk '$1 == "MemAvailable:" { print int($2 / 1024) }' /proc/meminfo)
largest=$(
    for status in /proc/[0-9]*/status; do
        awk '$1 == "Name:" { name = $2 } $1 == "VmRSS:" { print int($2 / 1024), name }' "$status" 2>/dev/null
    done | sort -rn | head -n 1
)
printf '{"result": "%s", "kills": %s, "limit_bytes": %s, "available_mb": %s, "largest": "%s", "largest_mb": %s}\n' \
    "$result" "${kills:-0}" "$limit" "${available:-0}" \
    "$(printf '%s' "${largest#* }" | tr -cd 'A-Za-z0-9._+-')" "${largest%% *}"
