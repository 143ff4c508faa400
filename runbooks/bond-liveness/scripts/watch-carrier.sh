#!/bin/sh
# Lets each bond that is monitored by ARP watch the carrier of its links instead. The kernel then stops asking and sets
# arp_validate to none. Takes it back where the bond is without a link afterwards and was not before.
# Prints a line for each change. Exit 1 when a bond did not take it, or lost its links.
set -u

status=0
for folder in /sys/class/net/*/bonding; do
    [ -d "$folder" ] || continue
    bond=${folder%/bonding}
    bond=${bond##*/}
    interval=$(cat "$folder/arp_interval" 2>/dev/null)
    [ "${interval:-0}" -gt 0 ] || continue
    validate=$(cut -d' ' -f1 "$folder/arp_validate" 2>/dev/null)
    before=$(cat "$folder/active_slave" 2>/dev/null)
    echo 100 >"$folder/miimon" 2>/dev/null || {
        echo "$bond does not take miimon" >&2
        status=1
        continue
    }
    sleep 2
    if [ -n "$before" ] && [ -z "$(cat "$folder/active_slave" 2>/dev/null)" ]; then
        echo "$interval" >"$folder/arp_interval"
        [ -z "$validate" ] || echo "$validate" >"$folder/arp_validate"
        echo "$bond was without a link afterwards, so it asks as before" >&2
        status=1
        continue
    fi
    echo "$bond watches the carrier of its links every 100 ms and asks nobody"
done
exit "$status"
