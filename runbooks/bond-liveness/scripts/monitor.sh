#!/bin/sh
# Prints how each bond watches its links, a line for each: BOND MIIMON ARP_INTERVAL ARP_VALIDATE. Changes nothing.
set -u
for folder in /sys/class/net/*/bonding; do
    [ -d "$folder" ] || continue
    bond=${folder%/bonding}
    printf '%s %s %s %s\n' "${bond##*/}" "$(cat "$folder/miimon")" "$(cat "$folder/arp_interval")" \
        "$(cut -d' ' -f1 "$folder/arp_validate" 2>/dev/null)"
done
exit 0
