#!/bin/sh
# What decides whether this host's bonds and virtual addresses are alive? Changes nothing.
# environment: SYS (/sys/class/net), KEEPALIVED (/etc/keepalived), GATEWAY (else the default route's)
# Prints JSON: bonds, one_target (bonds that probe a single address), only_gateway (whose targets are the gateway and
# nothing else), unwatched (neither ARP nor carrier is looked at), scripts_on_gateway (keepalived's that ask only the
# gateway), seconds_to_dead (the fastest bond gives up after so long; 0: none probes by ARP).
set -u
export LC_ALL=C
SYS=${SYS:-/sys/class/net} KEEPALIVED=${KEEPALIVED:-/etc/keepalived}
GATEWAY=${GATEWAY:-$(ip -4 route show default 2>/dev/null | sed -n '1s/.* via \([0-9.]*\).*/\1/p')}

value() { cut -d' ' -f1 "$1" 2>/dev/null || true; }

bonds=0 one=0 gateway=0 unwatched=0 fastest=0
for folder in "$SYS"/*/bonding; do
    [ -d "$folder" ] || continue
    bonds=$((bonds + 1))
    name=${folder%/bonding}
    name=${name##*/}
    interval=$(value "$folder/arp_interval") miimon=$(value "$folder/miimon")
    targets=$(cat "$folder/arp_ip_target" 2>/dev/null)
    if [ "${interval:-0}" -gt 0 ]; then
        count=0 others=0
        for target in $targets; do
            count=$((count + 1))
            [ "$target" = "$GATEWAY" ] || others=$((others + 1))
        done
        [ "$count" -gt 1 ] || one=$((one + 1))
        if [ "$others" -eq 0 ]; then
            gateway=$((gateway + 1))
            echo "$name probes nothing but the gateway $GATEWAY, every $interval ms, arp_validate $(value "$folder/arp_validate")" >&2
        fi
        # Since Linux 5.19 the number of misses can be set; two was it before.
        misses=$(ip -d link show "$name" 2>/dev/null | sed -n 's/.*arp_missed_max \([0-9]*\).*/\1/p')
        seconds=$(((interval * ${misses:-2} + 999) / 1000))
        if [ "$fastest" -eq 0 ] || [ "$seconds" -lt "$fastest" ]; then fastest=$seconds; fi
    elif [ "${miimon:-0}" -eq 0 ]; then
        unwatched=$((unwatched + 1))
        echo "$name looks at neither ARP nor carrier" >&2
    fi
done
scripts=0
if [ -n "$GATEWAY" ] && [ -d "$KEEPALIVED" ]; then
    # a script line with the gateway in it and no other address
    scripts=$(timeout -k 1 5 grep -rhE '^[[:space:]]*script[[:space:]]' "$KEEPALIVED" 2>/dev/null | awk -v gateway="$GATEWAY" '
        { n = gsub(/[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+/, "&"); if (n == 1 && index($0, gateway)) found++ }
        END { print found + 0 }')
fi
printf '{"bonds": %s, "one_target": %s, "only_gateway": %s, "unwatched": %s, "scripts_on_gateway": %s, "seconds_to_dead": %s}\n' \
    "$bonds" "$one" "$gateway" "$unwatched" "$scripts" "$fastest"
