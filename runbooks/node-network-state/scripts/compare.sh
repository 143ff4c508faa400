#!/bin/sh
# Which policy rules and routes of the good day are not there any more? Changes nothing.
# environment: STATE_FILE
# Prints JSON: rules, routes (now), rules_missing, routes_missing, saved_seconds_ago; the missing lines go to standard
# error. Where nothing was saved, what is missing is not said.
set -u
export LC_ALL=C
STATE_FILE=${STATE_FILE:-/var/lib/blackstart/network-state}

# One line for each; without what the kernel makes by itself and what counts down.
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

lines() { printf '%s\n' "$1" | grep -c "^$2[46] "; }

there=$(now)
printf '{"rules": %s, "routes": %s' "$(lines "$there" rule)" "$(lines "$there" route)"
if [ -r "$STATE_FILE" ]; then
    missing=$(missing)
    age=$(($(date +%s) - $(stat -c %Y "$STATE_FILE")))
    printf ', "rules_missing": %s, "routes_missing": %s, "saved_seconds_ago": %s' \
        "$(lines "$missing" rule)" "$(lines "$missing" route)" "$age"
    printf '%s\n' "$missing" >&2
fi
printf '}\n'
