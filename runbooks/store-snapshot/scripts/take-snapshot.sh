#!/bin/sh
# Takes a snapshot of the store into a file. etcdctl writes FILE.part first and renames it when all is there.
# environment: SNAPSHOT  the file · STORE_ENDPOINT · STORE_TLS  folder with server-ca.crt, server-client.crt and
#   server-client.key, or none
# Exit 1 when no whole file came of it.
set -u
export ETCDCTL_API=3
: "${SNAPSHOT:?SNAPSHOT is the file to write}"
if [ "${STORE_TLS:-none}" != none ]; then
    export ETCDCTL_CACERT="$STORE_TLS/server-ca.crt" ETCDCTL_CERT="$STORE_TLS/server-client.crt" ETCDCTL_KEY="$STORE_TLS/server-client.key"
fi
timeout -k 5 130 etcdctl --endpoints="${STORE_ENDPOINT:-http://127.0.0.1:2379}" --dial-timeout=5s --command-timeout=120s \
    snapshot save "$SNAPSHOT"
status=$?
rm -f "$SNAPSHOT.part"
if [ "$status" != 0 ] || [ ! -s "$SNAPSHOT" ]; then
    rm -f "$SNAPSHOT"
    echo "no whole snapshot came of it" >&2
    exit 1
fi
# it is copied off by the user who logs in
chmod 644 "$SNAPSHOT"
sha256sum "$SNAPSHOT"
