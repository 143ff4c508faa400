#!/bin/sh
# Puts back what was called good before, or forgets it where nothing was.
# environment: STATE_FILE
set -u
STATE_FILE=${STATE_FILE:-/var/lib/blackstart/network-state}

if [ -e "$STATE_FILE.before" ]; then
    exec mv -f "$STATE_FILE.before" "$STATE_FILE"
fi
exec rm -f "$STATE_FILE"
