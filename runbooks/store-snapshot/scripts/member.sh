#!/bin/sh
# Does this member of the state store answer, how large is its data, is there room for a copy? Changes nothing, and
# every question has a deadline.
# environment: STORE_PROCESS (etcd) · STORE_ENDPOINT (http://127.0.0.1:2379) · STORE_TLS  folder with server-ca.crt,
#   server-client.crt and server-client.key, or none · DATA_DIR  holds member/ · ARTIFACT_DIR (/var/tmp)
# Prints JSON: answers (a read through the whole store), blocked_threads (inside a pipe write), db_bytes, free_bytes,
# version.
set -u
export LC_ALL=C ETCDCTL_API=3
STORE_ENDPOINT=${STORE_ENDPOINT:-http://127.0.0.1:2379}
command -v etcdctl >/dev/null 2>&1 || {
    echo "etcdctl is not here, so the store was not asked" >&2
    exit 2
}
if [ "${STORE_TLS:-none}" != none ]; then
    export ETCDCTL_CACERT="$STORE_TLS/server-ca.crt" ETCDCTL_CERT="$STORE_TLS/server-client.crt" ETCDCTL_KEY="$STORE_TLS/server-client.key"
fi

# A store that takes connections and fails ours lives, and is no silent one. A frozen one leaves them waiting.
refuses_us() {
    case $1 in
    *TransientFailure* | *"connection error"* | *"handshake failed"* | *"permission denied"* | *"user name is empty"*) ;;
    *) return 1 ;;
    esac
    port=${STORE_ENDPOINT##*:}
    [ "$(ss -Hltn "sport = :${port%%/*}" 2>/dev/null | awk '{ if ($2 > most) most = $2; n++ } END { if (n) print most + 0 }')" = 0 ]
}
unknown() {
    echo "the store at $STORE_ENDPOINT takes connections and fails this one, so nothing is known of it; where it speaks TLS give https:// and store_tls" >&2
    exit 2
}

answers=false
if said=$(timeout -k 1 5 etcdctl --endpoints="$STORE_ENDPOINT" --dial-timeout=2s --command-timeout=3s \
    get blackstart/probe 2>&1); then
    answers=true
elif refuses_us "$said"; then
    unknown
fi

pid=$(pgrep -xo "${STORE_PROCESS:-etcd}") || pid=0
# one look for all threads; user-mode Linux has the name only in the stack
blocked=$(grep -lsE 'pipe_write|pipe_wait' "/proc/$pid/task"/*/wchan "/proc/$pid/task"/*/stack |
    sed 's|/[^/]*$||' | sort -u | grep -c .)

# the sizes of both its snapshot and its write-ahead log, on a local disk
db=$(timeout 5 du -sk "${DATA_DIR:-/nonexistent}/member" 2>/dev/null | cut -f1)
free=$(timeout 5 df -kP "${ARTIFACT_DIR:-/var/tmp}" 2>/dev/null | awk 'NR == 2 { print $4 }')
version=$(timeout 5 etcdctl version 2>/dev/null | sed -n 's/^etcdctl version: *//p')
printf '{"answers":%s,"blocked_threads":%s,"db_bytes":%s,"free_bytes":%s,"version":"%s"}\n' \
    "$answers" "$blocked" "$((${db:-0} * 1024))" "$((${free:-0} * 1024))" "$version"
