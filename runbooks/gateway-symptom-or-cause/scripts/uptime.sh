#!/bin/sh
# For how long has the gateway been up, asked on the gateway itself?
# Prints JSON: up_seconds. Exit 2 when it does not say.
set -u
# The start of process 1 counts, in 1/100 s since the kernel's: in a container the kernel is older than the host.
if [ -r /proc/uptime ] && [ -r /proc/1/stat ]; then
    up=$(awk 'NR == FNR { up = $1; next } { sub(/.*\) /, ""); printf "%d", up - $20 / 100 }' /proc/uptime /proc/1/stat)
else
    # BSD: kern.boottime: { sec = 1795300000, usec = 0 } ...
    boot=$(sysctl -n kern.boottime 2>/dev/null | sed -n 's/.*sec = \([0-9]*\).*/\1/p' | head -n 1)
    [ -n "$boot" ] || {
        echo "neither /proc/uptime nor kern.boottime is there" >&2
        exit 2
    }
    up=$(($(date +%s) - boot))
fi
printf '{"up_seconds":%s}\n' "$up"
