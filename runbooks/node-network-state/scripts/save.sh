#!/bin/sh
# Keeps the rules and routes of this moment as the good ones; those of before stay beside them.
# environment: STATE_FILE
set -u
export LC_ALL=C
STATE_FILE=${STATE_FILE:-/var/lib/blackstart/network-state}

now() {
    for family in 4 6; do
        ip "-$family" rule show 2>/dev/null | tr '\t' ' ' | sed "s/^/rule$family /; s/ *\$//"
        ip "-$family" route show table all 2>/dev/null |
            grep -vE '^(local|broadcast|multicast|anycast) | proto (kernel|ra)|^(fe80|ff00)::' |
            sed -E "s/ (expires [0-9]+sec|linkdown|dead|error -?[0-9]+)//g; s/^/route$family /; s/ *\$//"
    done | grep -vE '^rule[46] (0|32766|32767):' | sort -u
}

mkdir -p "$(dirname "$STATE_FILE")" || exit 1
now >"$STATE_FILE.new" || exit 1
if [ ! -s "$STATE_FILE.new" ]; then
    echo "this node has neither rules nor routes, so nothing is called good" >&2
    rm -f "$STATE_FILE.new"
    exit 3
fi
[ ! -e "$STATE_FILE" ] || cp -p "$STATE_FILE" "$STATE_FILE.before" || exit 1
mv -f "$STATE_FILE.new" "$STATE_FILE" && cat "$STATE_FILE"
