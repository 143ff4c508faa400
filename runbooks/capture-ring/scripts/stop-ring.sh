#!/bin/sh
# Ends the ring and says what tcpdump counted. What was kept stays.
# environment: FOLDER
set -u
FOLDER=${FOLDER:-/var/log/blackstart/pcap}

pid=$(cat "$FOLDER/pid" 2>/dev/null)
if [ -n "$pid" ] && grep -q "^tcpdump" "/proc/$pid/comm" 2>/dev/null; then
    kill -INT "$pid"
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        [ -e "/proc/$pid" ] || break
        sleep 0.5
    done
fi
[ ! -d /run/systemd/system ] || systemctl stop blackstart-pcap 2>/dev/null
tail -n 5 "$FOLDER/tcpdump.log" 2>/dev/null
rm -f "$FOLDER/pid"
