#!/bin/sh
# Raises the memory limit of UNIT until the next boot, and starts it. The limit it had is kept for limit-as-before.sh.
# environment: UNIT, NEW_LIMIT (such as 2G)
set -u
UNIT=${UNIT:?} NEW_LIMIT=${NEW_LIMIT:?}
kept=/run/blackstart-limit-$UNIT

[ -e "$kept" ] || systemctl show "$UNIT" -p MemoryMax --value >"$kept" || exit 1
systemctl set-property --runtime -- "$UNIT" "MemoryMax=$NEW_LIMIT" || exit
systemctl reset-failed -- "$UNIT"
exec systemctl restart -- "$UNIT"
