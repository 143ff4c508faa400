#!/bin/sh
# Restarts systemd-networkd and lets it reconfigure INTERFACE, counts which rules and routes it dropped, puts them back
# at once, and writes down whether the guard held. Goes on when the connection to this host is lost meanwhile.
# environment: STATE_FILE, INTERFACE, PROOF
set -u
export LC_ALL=C
STATE_FILE=${STATE_FILE:-/var/lib/blackstart/network-state} INTERFACE=${INTERFACE:?}
PROOF=${PROOF:-/var/lib/blackstart/network-guard-proof}
trap '' HUP

list() {
    for family in 4 6; do
        ip "-$family" rule show | tr '\t' ' ' | sed "s/^/rule$family /; s/ *\$//"
        ip "-$family" route show table all |
            grep -vE '^(local|broadcast|multicast|anycast) | proto (kernel|ra)|^(fe80|ff00)::' |
            sed -E "s/ (expires [0-9]+sec|linkdown|dead|error -?[0-9]+)//g; s/^/route$family /; s/ *\$//"
    done 2>/dev/null | sort -u
}

before=$(mktemp) || exit 1
list >"$before"
timeout -k 1 20 systemctl restart systemd-networkd
timeout -k 1 10 networkctl reconfigure "$INTERFACE"
sleep 4
lost=$(list | comm -23 "$before" -)
echo "$lost" | sed '/^$/d; s/^/dropped: /'
# Twice, because a route through a gateway needs the route to the gateway first.
for _ in 1 2; do
    list | comm -23 "$before" - | while read -r kind first rest; do
        # shellcheck disable=SC2086
        case $kind in
        rule*) ip "-${kind#rule}" rule add preference "${first%:}" $rest ;;
        route*) ip "-${kind#route}" route add "$first" $rest 2>/dev/null ;;
        esac
    done
done
rm -f "$before"
word=held
[ -z "$lost" ] || word=failed
mkdir -p "$(dirname "$PROOF")" && printf '%s %s\n' "$word" "$(date +%s)" >"$PROOF"
