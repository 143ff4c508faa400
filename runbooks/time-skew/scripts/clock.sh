#!/bin/sh
# How wrong is this clock, as its own time daemon says? Changes nothing.
# environment: SOURCE  a time server; only shown to whoever reads the evidence
# Prints JSON: daemon (chrony, timesyncd or none), synchronized, offset_ms (without sign; 0 when unknown), source.
set -u
export LC_ALL=C
SOURCE=${SOURCE:-}
PATH="$PATH:/usr/sbin:/sbin"

runs() { systemctl is-active --quiet "$1" 2>/dev/null; }

daemon=none synchronized=false offset=0
if runs chrony || runs chronyd; then
    daemon=chrony
    tracking=$(timeout -k 1 8 chronyc -c tracking 2>/dev/null)
    # field 2: address of the source, empty or 0.0.0.0 without one; 5: offset in seconds; 14: leap status
    case $(printf '%s' "$tracking" | cut -d, -f14) in Normal | 'Insert second' | 'Delete second') synchronized=true ;; esac
    offset=$(printf '%s' "$tracking" | awk -F, '{ o = $5 * 1000; printf "%.0f", (o < 0 ? -o : o) }')
elif runs systemd-timesyncd; then
    daemon=timesyncd
    [ "$(timedatectl show -p NTPSynchronized --value 2>/dev/null)" = yes ] && synchronized=true
    # "Offset: -1.5ms", in us, ms, s or min
    offset=$(timeout -k 1 8 timedatectl timesync-status 2>/dev/null | awk '
        $1 == "Offset:" {
            value = $2; gsub(/[-+]/, "", value)
            factor = value ~ /us$/ ? 0.001 : value ~ /ms$/ ? 1 : value ~ /min$/ ? 60000 : 1000
            gsub(/[a-z]/, "", value)
            printf "%.0f", value * factor
        }')
fi
printf '{"daemon": "%s", "synchronized": %s, "offset_ms": %s, "source": "%s"}\n' \
    "$daemon" "$synchronized" "${offset:-0}" "$SOURCE"
