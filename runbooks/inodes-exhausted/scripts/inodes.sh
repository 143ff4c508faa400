#!/bin/sh
# How many inodes are used, and how many by old files in SPOOL? Changes nothing.
# environment: MOUNT, SPOOL (directories), OLDER_DAYS
# Prints JSON: used_percent, used (inodes), old_files. A file system without a fixed number of inodes has 0 percent.
set -u
export LC_ALL=C
MOUNT=${MOUNT:-/var} SPOOL=${SPOOL:-/var/lib/php/sessions} OLDER_DAYS=${OLDER_DAYS:-7}

used=$(df -P -i "$MOUNT" | awk 'NR == 2 { print $3 }')
percent=$(df -P -i "$MOUNT" | awk 'NR == 2 { sub("%", "", $5); print $5 }')
case $used in '' | *[!0-9]*) used=0 ;; esac
case $percent in '' | *[!0-9]*) percent=0 ;; esac
old=0
if [ -d "$SPOOL" ]; then
    old=$(find "$SPOOL" -xdev -type f -mtime "+$OLDER_DAYS" -printf . 2>/dev/null | wc -c)
fi
printf '{"used_percent": %s, "used": %s, "old_files": %s}\n' "$percent" "$used" "$old"
