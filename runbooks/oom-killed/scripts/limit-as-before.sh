#!/bin/sh
# Gives UNIT the memory limit it had before raise-limit.sh.
# environment: UNIT
set -u
UNIT=${UNIT:?}
kept=/run/blackstart-limit-$UNIT

if [ ! -e "$kept" ]; then
    echo "no limit was kept, so nothing is put back"
    exit 0
fi
systemctl set-property --runtime -- "$UNIT" "MemoryMax=$(cat "$kept")" && rm -f "$kept"
