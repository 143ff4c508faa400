#!/bin/sh
# Is the snapshot whole? Asks the tool that this version of the store has for it.
# usage: snapshot-status.sh FILE   or environment: SNAPSHOT  the file
# Prints the tool's JSON: hash, revision, totalKey, totalSize.
set -u
file=${1:-${SNAPSHOT:?SNAPSHOT is the snapshot file}}
case $file in *.part)
    echo "$file is only a part of a snapshot" >&2
    exit 1
    ;;
esac
[ -s "$file" ] || {
    echo "$file is missing or empty" >&2
    exit 1
}
# etcdutl came with 3.5; etcdctl lost the command in 3.6.
if command -v etcdutl >/dev/null 2>&1; then
    exec etcdutl snapshot status "$file" -w json
fi
ETCDCTL_API=3 exec etcdctl snapshot status "$file" -w json
