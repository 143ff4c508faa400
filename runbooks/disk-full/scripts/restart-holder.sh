#!/bin/sh
# Restarts the one unit that holds most of the deleted bytes on MOUNT's file system.
# environment: MOUNT  a mount point or a directory on it
# Refuses (exit 3) when no unit holds them: a login shell or a container is not ours to restart.
set -u
export LC_ALL=C
MOUNT=${MOUNT:-/var}

device=$(stat -c %d "$MOUNT") || exit 1
unit=$(
    find /proc/[0-9]*/fd -lname '* (deleted)' 2>/dev/null | while read -r link; do
        [ "$(stat -L -c %d "$link" 2>/dev/null)" = "$device" ] || continue
        pid=${link#/proc/}
        pid=${pid%%/*}
        name=$(sed -n 's#.*/\([^/]*\.service\)$#\1#p' "/proc/$pid/cgroup" 2>/dev/null | head -n 1)
        [ -z "$name" ] || printf '%s %s\n' "$(stat -L -c %s "$link" 2>/dev/null)" "$name"
    done | awk '{ sum[$2] += $1 } END { for (name in sum) printf "%.0f %s\n", sum[name], name }' |
        sort -rn | awk 'NR == 1 { print $2 }'
)
if [ -z "$unit" ]; then
    echo "no unit holds deleted files here; scripts/held-files.sh lists the processes" >&2
    exit 3
fi
echo "restarting $unit"
exec systemctl restart -- "$unit"
