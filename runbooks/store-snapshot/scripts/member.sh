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

answers=false
timeout -k 1 5 etcdctl --endpoints="$STORE_ENDPOINT" --dial-timeout=2s --command-timeout=3s \
    get blackstart/probe >/dev/null 2>&1 && answers=true

blocked=0
pid=$(pgrep -xo "${STORE_PROCESS:-etcd}") || pid=0
for task in "/proc/$pid/task"/*; do
    # user-mode Linux has the name only in the stack
    if grep -qsE 'pipe_write|pipe_wait' "$task/wchan" || grep -qs pipe_write "$task/stack"; then
        blocked=$((blocked + 1))
    fi
done

# the sizes of both its snapshot and its write-ahead log, on a local disk
db=$(timeout 5 du -sk "${DATA_DIR:-/nonexistent}/member" 2>/dev/null | cut -f1)
free=$(timeout 5 df -kP "${ARTIFACT_DIR:-/var/tmp}" 2>/dev/null | awk 'NR == 2 { print $4 }')
version=$(timeout 5 etcdctl version 2>/dev/null | sed -n 's/^etcdctl version: *//p')
printf '{"answers":%s,"blocked_threads":%s,"db_bytes":%s,"free_bytes":%s,"version":"%s"}\n' \
    "$answers" "$blocked" "$((${db:-0} * 1024))" "$((${free:-0} * 1024))" "$version"
