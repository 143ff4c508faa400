#!/bin/sh
# Whom does this gateway ask for names? Knows dnsmasq and unbound; changes nothing.
# environment: VIP  the resolver in the cluster · EMERGENCY  the one outside
# Prints JSON: kind (dnsmasq, unbound or other), cluster (it asks VIP for all names), emergency (it asks EMERGENCY),
# upstreams.
set -u
: "${VIP:?VIP is the resolver in the cluster}" "${EMERGENCY:?EMERGENCY is the resolver outside}"

kind=other asked=''
if pgrep -x dnsmasq >/dev/null; then
    kind=dnsmasq
    # a line with a domain, server=/corp.example/192.0.2.5, is for that domain only
    asked=$(cat /etc/dnsmasq.conf /etc/dnsmasq.d/* 2>/dev/null | sed -n 's/^[[:space:]]*server=\([0-9a-fA-F.:]*\).*/\1/p')
    if ! cat /etc/dnsmasq.conf /etc/dnsmasq.d/* 2>/dev/null | grep -q '^[[:space:]]*no-resolv'; then
        asked="$asked $(awk '$1 == "nameserver" { print $2 }' /etc/resolv.conf)"
    fi
elif pgrep -x unbound >/dev/null && command -v unbound-control >/dev/null 2>&1; then
    kind=unbound
    asked=$(timeout 5 unbound-control list_forwards 2>/dev/null | awk '$1 == "." { for (i = 4; i <= NF; i++) print $i }')
fi
cluster=false emergency=false upstreams=''
for server in $asked; do
    upstreams="$upstreams${upstreams:+ }$server"
    [ "$server" != "$VIP" ] || cluster=true
    [ "$server" != "$EMERGENCY" ] || emergency=true
done
printf '{"kind":"%s","cluster":%s,"emergency":%s,"upstreams":"%s"}\n' "$kind" "$cluster" "$emergency" "$upstreams"
