#!/bin/sh
# Which version does this appliance run, and for how long? Changes nothing.
# Prints JSON: version (in one word), up_seconds.
set -u
version=
for file in /usr/lib/version /etc/version /etc/firmware-version; do
    [ -n "$version" ] || version=$(head -n 1 "$file" 2>/dev/null)
done
if [ -z "$version" ]; then
    version=$(sed -n 's/^DISTRIB_REVISION=//p' /etc/openwrt_release 2>/dev/null)
    version=${version:-$(sed -n 's/^\(BUILD_ID\|PRETTY_NAME\)=//p' /etc/os-release 2>/dev/null | tr '\n' ' ')}
    version="$version $(uname -r)"
fi
version=$(printf '%s' "$version" | tr -cs 'A-Za-z0-9._+-' '_' | sed 's/^_*//; s/_*$//' | cut -c1-120)
# The start of process 1 counts, in 1/100 s since the kernel's: in a container the kernel is older than the host.
if [ -r /proc/uptime ] && [ -r /proc/1/stat ]; then
    up=$(awk 'NR == FNR { up = $1; next } { sub(/.*\) /, ""); printf "%d", up - $20 / 100 }' /proc/uptime /proc/1/stat)
else
    boot=$(sysctl -n kern.boottime 2>/dev/null | sed -n 's/.*sec = \([0-9]*\).*/\1/p' | head -n 1)
    [ -n "$boot" ] || {
        echo "this appliance does not say how long it has been up" >&2
        exit 4
    }
    up=$(($(date +%s) - boot))
fi
printf '{"version": "%s", "up_seconds": %s}\n' "$version" "$up"
