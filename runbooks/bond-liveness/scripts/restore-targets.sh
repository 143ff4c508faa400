#!/bin/sh
# Lets each bond ask what it asked before, and nothing else. What was asked before is added first, so that a bond is
# never without a target.
# environment: ORIGINAL  a line for each bond: BOND TARGET,TARGET
set -u
: "${ORIGINAL:?ORIGINAL says what each bond asked before}"

status=0
list=$(mktemp) || exit 1
trap 'rm -f "$list"' EXIT
printf '%s\n' "$ORIGINAL" >"$list"
while read -r bond before; do
    folder=/sys/class/net/$bond/bonding
    [ -d "$folder" ] || continue
    for target in $(printf '%s' "$before" | tr ',' ' '); do
        case " $(tr '\n' ' ' <"$folder/arp_ip_target") " in *" $target "*) continue ;; esac
        echo "+$target" >"$folder/arp_ip_target" || status=1
    done
    for target in $(tr '\n' ' ' <"$folder/arp_ip_target"); do
        case ",$before," in *",$target,"*) continue ;; esac
        echo "-$target" >"$folder/arp_ip_target" || status=1
    done
    echo "$bond asks $(tr '\n' ' ' <"$folder/arp_ip_target")again"
done <"$list"
exit "$status"
