#!/bin/sh
# Lets the storage cluster bear silent clients as long as before.
# environment: FS_NAME (cephfs) · ORIGINAL  session_timeout session_autoclose, in seconds
set -u
: "${ORIGINAL:?ORIGINAL holds the two times of before}"
# shellcheck disable=SC2086 # two numbers
set -- $ORIGINAL
[ $# = 2 ] || {
    echo "ORIGINAL is \"$ORIGINAL\" and not two numbers, so nothing was changed" >&2
    exit 3
}
timeout -k 1 10 ceph --connect-timeout 5 fs set "${FS_NAME:-cephfs}" session_timeout "$1" </dev/null &&
    timeout -k 1 10 ceph --connect-timeout 5 fs set "${FS_NAME:-cephfs}" session_autoclose "$2" </dev/null
