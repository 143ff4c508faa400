#!/bin/sh
# Lets each bond that is monitored by ARP ask more addresses, now and until the next reboot. Takes what it added back
# where the bond is without a link three intervals later and was not before.
# environment: TARGETS  addresses with commas between them
# Prints a line for each change. Exit 1 when a bond could not be given any, or lost its links.
set -u
: "${TARGETS:?TARGETS are the addresses to add, with commas between them}"

status=0
for folder in /sys/class/net/*/bonding; do
    [ -d "$folder" ] || continue
    bond=${folder%/bonding}
    bond=${bond##*/}
    interval=$(cat "$folder/arp_interval" 2>/dev/null)
    [ "${interval:-0}" -gt 0 ] || continue
    before=$(cat "$folder/active_slave" 2>/dev/null)
    added=''
    for target in $(printf '%s' "$TARGETS" | tr ',' ' '); do
        case $(ip route get "$target" 2>/dev/null | head -n 1) in local*) continue ;; esac
        case " $(tr '\n' ' ' <"$folder/arp_ip_target") " in *" $target "*) continue ;; esac
        if echo "+$target" >"$folder/arp_ip_target" 2>/dev/null; then
            added="$added $target"
            echo "$bond asks $target as well"
        else
            echo "$bond did not take $target; a bond has room for 16" >&2
            status=1
        fi
    done
    [ -n "$added" ] || continue
    sleep $((interval * 3 / 1000 + 1))
    if [ -n "$before" ] && [ -z "$(cat "$folder/active_slave" 2>/dev/null)" ]; then
        for target in $added; do echo "-$target" >"$folder/arp_ip_target" 2>/dev/null; done
        echo "$bond was without a link afterwards, so it asks what it asked before" >&2
        status=1
    fi
done
exit "$status"
