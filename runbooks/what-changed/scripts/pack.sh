#!/bin/sh
# Packs the logs that tell what changed.
# environment: HOURS, PACKED (file that is written)
set -u
HOURS=${HOURS:-24} PACKED=${PACKED:?}
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT

timeout -k 1 60 journalctl --no-pager -q -o short-iso-precise --since "-${HOURS}h" 2>/dev/null | tail -n 50000 >"$folder/journal"
journalctl --list-boots --no-pager >"$folder/boots" 2>&1
systemctl list-timers --all --no-pager >"$folder/timers" 2>&1
tail -n 2000 /var/log/dpkg.log >"$folder/dpkg.log" 2>/dev/null
cp /var/log/apt/history.log "$folder/" 2>/dev/null
cp -r /var/log/unattended-upgrades "$folder/" 2>/dev/null
if command -v chronyc >/dev/null 2>&1; then
    chronyc -n tracking
else
    timedatectl
fi >"$folder/clock" 2>&1
timeout -k 1 20 ipmitool sel elist >"$folder/bmc" 2>/dev/null
tar -C "$folder" -czf "$PACKED" .
