#!/bin/sh
# Keeps what the cure changes: all settings and counters of all bonds, and what the kernel said of them. Only reads.
set -u
date -u
for file in /proc/net/bonding/*; do
    [ -r "$file" ] || continue
    echo "--- $file"
    cat "$file"
done
for folder in /sys/class/net/*/bonding; do
    for name in mode active_slave primary arp_interval arp_ip_target arp_validate arp_all_targets miimon; do
        [ -r "$folder/$name" ] && printf '%s/%s %s\n' "$folder" "$name" "$(cat "$folder/$name" 2>/dev/null)"
    done
done
dmesg 2>/dev/null | grep -E 'bond|link status' | tail -n 200
exit 0
