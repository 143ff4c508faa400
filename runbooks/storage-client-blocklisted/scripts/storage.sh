#!/bin/sh
# Is a metadata server of the file system active, and whom has the storage cluster locked out? Every question has a
# deadline; nothing is changed.
# environment: FS_NAME (cephfs)
# Prints JSON: mds_active (how many), blocklisted (how many entries), entries (their addresses), session_timeout and
# session_autoclose (seconds, 0: unknown).
set -u
export LC_ALL=C
FS_NAME=${FS_NAME:-cephfs}
ask() { timeout -k 1 8 ceph --connect-timeout 5 "$@" 2>/dev/null </dev/null; }

fs=$(ask fs get "$FS_NAME" -f json) || {
    echo "the monitors say nothing about the file system $FS_NAME" >&2
    exit 2
}
active=$(printf '%s' "$fs" | grep -o '"state":"up:active"' | wc -l)
number() { printf '%s' "$fs" | grep -o "\"$1\":[0-9]*" | head -n 1 | sed 's/.*://'; }
# it was called blacklist before Pacific
list=$(ask osd blocklist ls -f json) || list=$(ask osd blacklist ls -f json) || {
    echo "the monitors do not say whom they have locked out" >&2
    exit 2
}
entries=$(printf '%s' "$list" | grep -o '"addr":"[^"]*"' | sed 's/"addr":"//; s/"//' | tr '\n' ' ')
count=$(printf '%s' "$entries" | wc -w)
timeout=$(number session_timeout) close=$(number session_autoclose)
printf '{"mds_active":%s,"blocklisted":%s,"entries":"%s","session_timeout":%s,"session_autoclose":%s}\n' \
    "$active" "$count" "${entries% }" "${timeout:-0}" "${close:-0}"
