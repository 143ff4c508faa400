#!/bin/sh
# What do this host's bonds ask whether they live, and have they lost all their links? Reads /sys, /proc/net/bonding
# and the kernel's log; changes nothing.
# environment: GATEWAY  address of the gateway · SINCE  seconds back in the kernel's log (14400)
# Prints JSON: bonds, down (a bond is without an active link), lost_all (how often the kernel said so since),
# slaves, carriers (links with carrier), fragile (a bond is monitored by ARP, and it asks the gateway alone, or one
# address alone, those that do not answer left out), validate, targets, failures (links declared dead, summed),
# partner_silent (LACP without a partner), names.
set -u
export LC_ALL=C
: "${GATEWAY:?GATEWAY is the address of the gateway}"
SINCE=${SINCE:-14400}
root=/sys/class/net

# An address that does not answer keeps no link alive.
answers() {
    device=$(ip route get "$1" 2>/dev/null | sed -n 's/.* dev \([^ ]*\).*/\1/p' | head -n 1)
    if command -v arping >/dev/null 2>&1; then
        timeout -k 1 6 arping -q -f -c 3 -w 4 -I "${device:-lo}" "$1" >/dev/null 2>&1
    else
        timeout -k 1 4 ping -q -c 1 -W 2 "$1" >/dev/null 2>&1
    fi
}

said() { cat "$1" 2>/dev/null; }

bonds=0 slaves=0 carriers=0 failures=0 down=false fragile=false partner=false names='' targets='' validate=''
for folder in "$root"/*/bonding; do
    [ -d "$folder" ] || continue
    bond=${folder%/bonding}
    bond=${bond##*/}
    bonds=$((bonds + 1))
    names="$names${names:+ }$bond"
    mode=$(said "$folder/mode")
    for slave in $(said "$folder/slaves"); do
        slaves=$((slaves + 1))
        # reading carrier of a link that is set down is an error, and means none
        [ "$(said "$root/$slave/carrier")" != 1 ] || carriers=$((carriers + 1))
    done
    case $mode in
    active-backup*) [ -n "$(said "$folder/active_slave")" ] || down=true ;;
    *) [ "$(said "$folder/mii_status")" != down ] || down=true ;;
    esac
    if [ "$(said "$folder/arp_interval")" -gt 0 ] 2>/dev/null; then
        asked=$(said "$folder/arp_ip_target")
        targets="$targets${targets:+ }$asked"
        validate="$validate${validate:+ }$(said "$folder/arp_validate")"
        # the gateway counts as one, silent or not: that it is silent is what the others are for
        alive=0
        for target in $asked; do
            # without a link nobody can be asked, and what is set up is all there is to see
            if [ "$target" = "$GATEWAY" ] || [ "$down" = true ] || answers "$target"; then
                alive=$((alive + 1))
            fi
        done
        [ "$alive" -ge 2 ] || fragile=true
    fi
    case $mode in 802.3ad*)
        case $(said "$folder/ad_partner_mac") in 00:00:00:00:00:00) partner=true ;; esac
        ;;
    esac
    count=$(awk '/Link Failure Count:/ { n += $NF } END { print n + 0 }' "/proc/net/bonding/$bond" 2>/dev/null)
    failures=$((failures + ${count:-0}))
done

# the kernel's own words, and their time in seconds since it was started
up=$(cut -d. -f1 /proc/uptime)
lost_all=0
if [ "$bonds" -gt 0 ]; then
    words='now running without any active interface'
    if kernel=$(dmesg 2>/dev/null) && [ -n "$kernel" ]; then
        lost_all=$(printf '%s\n' "$kernel" | awk -v words="$words" -v from=$((up - SINCE)) '
            index($0, words) { at = $0; sub(/^\[ */, "", at); if (at + 0 >= from) n++ } END { print n + 0 }')
    else
        lost_all=$(timeout 10 journalctl -k -q --no-pager -o cat --since "-${SINCE}s" 2>/dev/null | grep -c "$words")
    fi
fi
printf '{"bonds":%s,"down":%s,"lost_all":%s,"slaves":%s,"carriers":%s,"fragile":%s,"validate":"%s",' \
    "$bonds" "$down" "${lost_all:-0}" "$slaves" "$carriers" "$fragile" "$validate"
printf '"targets":"%s","failures":%s,"partner_silent":%s,"names":"%s"}\n' \
    "$targets" "$failures" "$partner" "$names"
