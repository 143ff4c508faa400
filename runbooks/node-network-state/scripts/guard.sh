#!/bin/sh
# Is systemd-networkd told to leave rules and routes of others alone? Changes nothing.
# environment: CONFIG (a file to read instead of the system's own), PROOF (what prove.sh wrote), DROP_IN (the guard)
# Prints JSON: networkd (it runs here), version, rules_kept, routes_kept, in_effect (it was started since it was told),
# proof (held, failed or none).
set -u
export LC_ALL=C
PROOF=${PROOF:-/var/lib/blackstart/network-guard-proof}
DROP_IN=${DROP_IN:-/etc/systemd/networkd.conf.d/10-blackstart-foreign.conf}

config() {
    if [ -n "${CONFIG:-}" ]; then
        cat "$CONFIG"
    else
        systemd-analyze cat-config systemd/networkd.conf 2>/dev/null
    fi
}

# The last one in the section counts; systemd's own default is yes.
kept() {
    config | awk -F= -v key="$1" '
        /^[[:space:]]*\[/ { section = $0 }
        section ~ /^\[Network\]/ && $1 ~ "^[[:space:]]*" key "[[:space:]]*$" { value = tolower($2); gsub(/[[:space:]]/, "", value) }
        END { print (value ~ /^(no|false|off|0)$/) ? "true" : "false" }'
}

networkd=false
[ "$(systemctl is-active systemd-networkd 2>/dev/null)" = active ] && networkd=true
in_effect=true
since=$(systemctl show systemd-networkd -p ActiveEnterTimestampMonotonic --value 2>/dev/null)
if [ "$networkd" = true ] && [ -z "${CONFIG:-}" ]; then
    # to a hundredth of a second, because a restart may follow at once
    started=$(date +%s.%N | awk -v since="${since:-0}" '{ now = $1; getline up <"/proc/uptime"; split(up, part, " "); printf "%.2f", now - part[1] + since / 1000000 }')
    for folder in /etc/systemd /run/systemd /usr/lib/systemd; do
        newer=$(find "$folder/networkd.conf" "$folder/networkd.conf.d" -name '*.conf' -newermt "@$started" 2>/dev/null)
        [ -z "$newer" ] || in_effect=false
    done
fi
version=$(systemctl --version 2>/dev/null | sed -n '1s/[^0-9]*\([0-9]*\).*/\1/p')
rules=$(kept ManageForeignRoutingPolicyRules) routes=$(kept ManageForeignRoutes)
# A proof from before the guard says nothing about it.
proof=none
if [ "$rules$routes" = truetrue ] && [ -r "$PROOF" ]; then
    if [ ! -e "$DROP_IN" ] || [ -n "$(find "$PROOF" -newer "$DROP_IN")" ]; then
        proof=$(sed -n '1s/[^a-z].*//p' "$PROOF")
    fi
fi
printf '{"networkd": %s, "version": %s, "rules_kept": %s, "routes_kept": %s, "in_effect": %s, "proof": "%s"}\n' \
    "$networkd" "${version:-0}" "$rules" "$routes" "$in_effect" "${proof:-none}"
