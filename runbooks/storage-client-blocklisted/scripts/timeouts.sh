#!/bin/sh
# Prints how long the storage cluster bears a silent client: session_timeout session_autoclose. Changes nothing.
# environment: FS_NAME (cephfs)
set -u
fs=$(timeout -k 1 8 ceph --connect-timeout 5 fs get "${FS_NAME:-cephfs}" -f json 2>/dev/null </dev/null) || exit 1
for name in session_timeout session_autoclose; do
    printf '%s' "$fs" | grep -o "\"$name\":[0-9]*" | head -n 1 | sed 's/.*://'
done | tr '\n' ' ' | sed 's/ $//'
echo
