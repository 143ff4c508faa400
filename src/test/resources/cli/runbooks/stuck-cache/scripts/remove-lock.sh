#!/bin/sh
# Removes the lock of the cache, but only when no process has it open.
set -eu
lock=$CACHE/lock
if fuser "$lock" >/dev/null 2>&1; then
    echo "somebody holds $lock" >&2
    exit 3
fi
rm -- "$lock"
