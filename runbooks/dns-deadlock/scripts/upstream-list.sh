#!/bin/sh
# Prints the lines that say whom this gateway asks for names, with the file each stands in. Changes nothing.
set -u
if pgrep -x dnsmasq >/dev/null; then
    grep -Hs '^[[:space:]]*server=' /etc/dnsmasq.conf /etc/dnsmasq.d/*
elif command -v unbound-control >/dev/null 2>&1; then
    timeout 5 unbound-control list_forwards
fi
exit 0
