#!/bin/sh
# Do names resolve on this host the way its programs resolve them? Changes nothing.
# environment: PROBE_NAME
# Prints JSON: resolves, emergency (our emergency resolver is in use), servers.
set -u
PROBE_NAME=${PROBE_NAME:-example.org}

resolves=false
timeout -k 1 8 getent ahosts "$PROBE_NAME" >/dev/null 2>&1 && resolves=true
emergency=false
grep -q '^# blackstart: emergency' /etc/resolv.conf 2>/dev/null && emergency=true
servers=$(awk '$1 == "nameserver" { printf "%s%s", (n++ ? " " : ""), $2 }' /etc/resolv.conf 2>/dev/null)
printf '{"resolves": %s, "emergency": %s, "servers": "%s"}\n' "$resolves" "$emergency" "$servers"
