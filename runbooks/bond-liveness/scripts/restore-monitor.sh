#!/bin/sh
# Lets each bond watch its links as it did before. The kernel ends the watch of the carrier when it is to ask again, and
# does not remember what it validated.
# environment: ORIGINAL  a line for each bond: BOND MIIMON ARP_INTERVAL ARP_VALIDATE
set -u
: "${ORIGINAL:?ORIGINAL says how each bond watched its links before}"

status=0
list=$(mktemp) || exit 1
trap 'rm -f "$list"' EXIT
printf '%s\n' "$ORIGINAL" >"$list"
while read -r bond miimon interval validate; do
    folder=/sys/class/net/$bond/bonding
    [ -d "$folder" ] || continue
    if [ "${interval:-0}" -gt 0 ]; then
        echo "$interval" >"$folder/arp_interval" || status=1
        [ -z "$validate" ] || echo "$validate" >"$folder/arp_validate" || status=1
    else
        echo "$miimon" >"$folder/miimon" || status=1
    fi
    echo "$bond watches as before: miimon $(cat "$folder/miimon"), arp_interval $(cat "$folder/arp_interval")"
done <"$list"
exit "$status"
