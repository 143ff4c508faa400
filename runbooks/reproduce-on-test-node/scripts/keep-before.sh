#!/bin/sh
# Rules, routes, tracked connections and counters before the test. Changes nothing.
set -u
ip -4 rule show
ip -4 route show table all
timeout -k 1 5 conntrack -L -p tcp 2>&1 | head -n 500
timeout -k 1 5 conntrack -S 2>&1
timeout -k 1 5 ss -tnio 2>&1 | head -n 500
systemctl show systemd-networkd -p ActiveEnterTimestamp,InvocationID 2>/dev/null
exit 0
