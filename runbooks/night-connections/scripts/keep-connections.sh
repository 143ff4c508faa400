#!/bin/sh
# Every connection of this host and its pods, what is tracked, and the counters, before any of it goes. Changes nothing.
set -u
for process in /proc/[0-9]*; do
    echo "$(readlink "$process/ns/net" 2>/dev/null) ${process#/proc/}"
done | awk '$1 ~ /^net:/ && !seen[$1]++ { print $1, $2 }' | while read -r name pid; do
    echo "== $name"
    timeout -k 1 5 nsenter -t "$pid" -n ss -tniop 2>&1 | head -n 400
done
echo "== tracked"
timeout -k 1 10 conntrack -L -p tcp 2>&1 | head -n 2000
timeout -k 1 5 conntrack -S 2>&1
timeout -k 1 5 nstat -az 2>/dev/null | grep -E 'Timeout|Retrans|Rsts|Abort|RPFilter|ReversePath'
exit 0
