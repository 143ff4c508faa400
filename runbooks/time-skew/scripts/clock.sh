#!/bin/sh
# How wrong is this clock, as its own time daemon says? Changes nothing.
# environment: SOURCE  a time server; only shown to whoever reads the evidence
# Prints JSON: daemon (chrony, timesyncd or none), synchronized (it hears a source), offset_ms (without sign; 0 when
# unknown), source.
set -u
export LC_ALL=C
SOURCE=${SOURCE:-}
PATH="$PATH:/usr/sbin:/sbin"

runs() { systemctl is-active --quiet "$1" 2>/dev/null; }

daemon=none synchronized=false offset=0
# chronyd forgets its source for half a minute when the clock jumped, and may say Normal long after a source went silent. So
# what counts is whether a source still answers. Of its fields 6 is a bit for each of the last eight questions, 7 the age of
# the last answer (4294967295: none yet), 8 the offset it showed in seconds.
heard() {
    timeout -k 1 5 chronyc -n -c sources 2>/dev/null |
        awk -F, '$6 > 0 && $7 < 4294967295 && !found++ { o = $8 * 1000; printf "%.0f", (o < 0 ? -o : o) }'
}

if runs chrony || runs chronyd; then
    daemon=chrony
    offset=$(heard)
    for _ in 1 2 3 4; do
        [ -z "$offset" ] || break
        # nobody was asked yet, or nobody ever answers
        timeout -k 1 5 chronyc -n -c sources 2>/dev/null | awk -F, '$6 > 0 { asked = 1 } END { exit !asked }' || break
        sleep 3
        offset=$(heard)
    done
    [ -z "$offset" ] || synchronized=true
    tracking=$(timeout -k 1 5 chronyc -n -c tracking 2>/dev/null)
    # field 5: what is still to be corrected, in seconds; 14: leap status
    case $(printf '%s' "$tracking" | cut -d, -f14) in Normal | 'Insert second' | 'Delete second')
        offset=$(printf '%s' "$tracking" | awk -F, '{ o = $5 * 1000; printf "%.0f", (o < 0 ? -o : o) }')
        ;;
    esac
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
