#!/bin/sh
# How full is the file system below MOUNT, and what takes the room? Changes nothing.
# environment: MOUNT  a mount point or a directory on it
# Prints JSON: used_percent, inodes_percent (0 where the file system has no fixed number of them), size_bytes (0 where this
# host does not have MOUNT),
# journal_bytes (systemd's journal, when it lies on this file system), deleted_bytes (deleted and still open).
set -u
export LC_ALL=C
MOUNT=${MOUNT:-/var}

# A host that does not have it cannot have it full.
if [ ! -e "$MOUNT" ] && [ ! -L "$MOUNT" ]; then
    echo "$MOUNT is not on this host" >&2
    printf '{"used_percent": 0, "inodes_percent": 0, "size_bytes": 0, "journal_bytes": 0, "deleted_bytes": 0}\n'
    exit 0
fi
device=$(stat -c %d "$MOUNT") || exit 1

# A column of df's second line, without its percent sign.
field() { df -P "$@" "$MOUNT" | awk 'NR == 2 { sub("%", "", $5); print $5 }'; }

inodes=$(field -i)
case $inodes in '' | *[!0-9]*) inodes=0 ;; esac

size=$(df -P -k "$MOUNT" | awk 'NR == 2 { printf "%.0f", $2 * 1024 }')

journal=0
for directory in /var/log/journal /run/log/journal; do
    if [ -d "$directory" ] && [ "$(stat -c %d "$directory")" = "$device" ]; then
        bytes=$(du -sk "$directory" 2>/dev/null | awk '{ printf "%.0f", $1 * 1024 }')
        journal=$((journal + ${bytes:-0}))
    fi
done

# Each file once, however many processes hold it.
deleted=$(
    find /proc/[0-9]*/fd -lname '* (deleted)' 2>/dev/null | while read -r link; do
        stat -L -c '%d %i %b %B' "$link" 2>/dev/null
    done | awk -v device="$device" '$1 == device && !seen[$2]++ { sum += $3 * $4 } END { printf "%.0f", sum }'
)

printf '{"used_percent": %s, "inodes_percent": %s, "size_bytes": %s, "journal_bytes": %s, "deleted_bytes": %s}\n' \
    "$(field)" "$inodes" "$size" "$journal" "${deleted:-0}"
