#!/bin/sh
# Lets the storage cluster bear a silent client for so many seconds before it locks it out.
# environment: FS_NAME (cephfs) · SECONDS_BORNE
set -u
: "${SECONDS_BORNE:?SECONDS_BORNE is how long a silent client is borne}"
for name in session_timeout session_autoclose; do
    timeout -k 1 10 ceph --connect-timeout 5 fs set "${FS_NAME:-cephfs}" "$name" "$SECONDS_BORNE" </dev/null || exit 1
done
