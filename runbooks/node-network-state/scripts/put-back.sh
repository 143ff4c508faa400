#!/bin/sh
# Adds the rules and routes of the good day that are missing. Takes nothing away. What it added is kept for the undo.
# environment: STATE_FILE
set -u
export LC_ALL=C
STATE_FILE=${STATE_FILE:-/var/lib/blackstart/network-state}
ADDED=$STATE_FILE.added

now() {
    for family in 4 6; do
        ip "-$family" rule show 2>/dev/null | tr '\t' ' ' | sed "s/^/rule$family /; s/ *\$//"
        ip "-$family" route show table all 2>/dev/null |
            grep -vE '^(local|broadcast|multicast|anycast) | proto (kernel|ra)|^(fe80|ff00)::' |
            sed -E "s/ (expires [0-9]+sec|linkdown|dead|error -?[0-9]+)//g; s/^/route$family /; s/ *\$//"
    done | grep -vE '^rule[46] (0|32766|32767):' | sort -u
}

# Lines of the good day that are not there, whoever is written down as the one who made them.
missing() {
    now | awk '
        { key = $0; sub(/ proto [a-z0-9_]+/, "", key) }
        side == "now" { there[key]; next }
        !(key in there)' side=now - side=then "$STATE_FILE"
}

# Words of a saved line are words of the command.
# shellcheck disable=SC2086
add() {
    kind=$1
    shift
    case $kind in
    rule*)
        preference=${1%:}
        shift
        ip "-${kind#rule}" rule add preference "$preference" "$@"
        ;;
    route*) ip "-${kind#route}" route add "$@" ;;
    esac
}

[ -r "$STATE_FILE" ] || {
    echo "$STATE_FILE is not there, so nobody knows what was good" >&2
    exit 3
}
: >"$ADDED.new" || exit 1
failed=0
# Three rounds, because a route through a gateway needs the route to the gateway first.
for round in 1 2 3; do
    failed=0
    missing=$(missing)
    [ -n "$missing" ] || break
    while read -r line; do
        # shellcheck disable=SC2086
        if said=$(add $line 2>&1); then
            echo "$line" >>"$ADDED.new"
            echo "added: $line"
        else
            failed=$((failed + 1))
            [ "$round" -lt 3 ] || echo "not added: $line: $said" >&2
        fi
    done <<EOF
$missing
EOF
    [ "$failed" -gt 0 ] || break
done
mv -f "$ADDED.new" "$ADDED"
[ "$failed" -eq 0 ]
