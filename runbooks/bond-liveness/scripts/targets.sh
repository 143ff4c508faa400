#!/bin/sh
# Do the addresses answer ARP in this host's own network? A target that a bond asks must. Changes nothing.
# environment: TARGETS  addresses with commas between them · GATEWAY  address of the gateway
# Prints JSON: answering, silent (how many), said (the silent ones), twice (two machines answer for the gateway's
# address; false as well where arping is not here to tell). An address of this host itself counts as neither.
set -u
: "${TARGETS:?TARGETS are the addresses to ask, with commas between them}"

answering=0 silent=0 said=''
for target in $(printf '%s' "$TARGETS" | tr ',' ' '); do
    route=$(ip route get "$target" 2>/dev/null | head -n 1)
    case $route in
    local*) continue ;;
    '' | *' via '*)
        # behind a router: ARP does not reach it
        silent=$((silent + 1)) said="$said${said:+ }$target"
        continue
        ;;
    esac
    device=$(printf '%s\n' "$route" | sed -n 's/.* dev \([^ ]*\).*/\1/p')
    if command -v arping >/dev/null 2>&1; then
        timeout -k 1 8 arping -f -c 4 -w 5 -I "$device" "$target" >/dev/null 2>&1
    else
        # the neighbour table says whether the ARP under an ICMP question was answered
        timeout -k 1 5 ping -c 1 -W 2 "$target" >/dev/null 2>&1
        ip neigh show to "$target" dev "$device" 2>/dev/null | grep -qE 'lladdr .* (REACHABLE|STALE|DELAY|PROBE)'
    fi
    case $? in
    0) answering=$((answering + 1)) ;;
    *) silent=$((silent + 1)) said="$said${said:+ }$target" ;;
    esac
done
# each machine that answers for an address names its own hardware address
twice=false
device=$(ip route get "${GATEWAY:-0.0.0.0}" 2>/dev/null | sed -n 's/.* dev \([^ ]*\).*/\1/p' | head -n 1)
if [ -n "${GATEWAY:-}" ] && [ -n "$device" ] && command -v arping >/dev/null 2>&1; then
    owners=$(timeout -k 1 5 arping -b -c 2 -w 3 -I "$device" "$GATEWAY" 2>/dev/null |
        grep -oiE '([0-9a-f]{2}:){5}[0-9a-f]{2}' | tr 'A-F' 'a-f' | sort -u | wc -l)
    [ "$owners" -lt 2 ] || twice=true
fi
printf '{"answering":%s,"silent":%s,"said":"%s","twice":%s}\n' "$answering" "$silent" "$said" "$twice"
