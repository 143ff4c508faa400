#!/bin/sh
# How much room is there where the runtime keeps its images? A local disk; asked with a deadline all the same.
# environment: ROOT  the folder, or the nearest one above it that is there
# Prints JSON: free_mib, free_inodes.
set -u
export LC_ALL=C
place=${ROOT:-/var/lib}
while [ ! -d "$place" ] && [ "$place" != / ]; do place=${place%/*} place=${place:-/}; done
free=$(timeout 5 df -kP "$place" | awk 'NR == 2 { print int($4 / 1024) }')
inodes=$(timeout 5 df -iP "$place" | awk 'NR == 2 { print $4 + 0 }')
[ -n "$free" ] || {
    echo "df says nothing about $place" >&2
    exit 2
}
printf '{"free_mib":%s,"free_inodes":%s}\n' "$free" "${inodes:-0}"
