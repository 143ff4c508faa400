#!/bin/sh
# Does a name resolve on this host the way its programs resolve it? Changes nothing.
# environment: NAME
# Prints JSON: resolves, ours (a line of ours in /etc/hosts), servers.
set -u
: "${NAME:?NAME is the name to resolve}"
resolves=false
timeout -k 1 8 getent ahosts "$NAME" >/dev/null 2>&1 && resolves=true
ours=false
grep -q '# blackstart: emergency' /etc/hosts 2>/dev/null && ours=true
servers=$(awk '$1 == "nameserver" { printf "%s%s", (n++ ? " " : ""), $2 }' /etc/resolv.conf 2>/dev/null)
printf '{"resolves":%s,"ours":%s,"servers":"%s"}\n' "$resolves" "$ours" "$servers"
