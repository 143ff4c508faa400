#!/bin/sh
# Lists files below MOUNT's file system that are deleted and still open: bytes, process id, unit, name. Changes nothing.
# environment: MOUNT  a mount point or a directory on it
set -u
export LC_ALL=C
MOUNT=${MOUNT:-/var}

device=$(stat -c %d "$MOUNT") || exit 1
find /proc/[0-9]*/fd -lname '* (deleted)' 2>/dev/null | while read -r link; do
    [ "$(stat -L -c %d "$link" 2>/dev/null)" = "$device" ] || continue
    pid=${link#/proc/}
    pid=${pid%%/*}
    unit=$(sed -n 's#.*/\([^/]*\.service\)$#\1#p' "/proc/$pid/cgroup" 2>/dev/null | head -n 1)
    printf '%s %s %s %s\n' "$(stat -L -c %s "$link" 2>/dev/null)" "$pid" "${unit:--}" "$(readlink "$link")"
done | sort -rn | head -n 50
