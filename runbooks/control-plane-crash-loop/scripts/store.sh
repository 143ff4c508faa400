#!/bin/sh
# Does the state store answer, and is its process there? Every question has a deadline; nothing is changed.
# environment: STORE_PROCESS (etcd) · STORE_ENDPOINT (http://127.0.0.1:2379) · DAEMON  unit of the control daemon ·
#   ETCDCTL_CACERT ETCDCTL_CERT ETCDCTL_KEY  where the store speaks TLS
# Prints JSON: pid (0: no such process), listens, backlog (clients that wait to be accepted), answers (a read through
# the whole cluster), answers_itself (a read from this member alone), older (it was started before the daemon last was).
set -u
export LC_ALL=C ETCDCTL_API=3
STORE_PROCESS=${STORE_PROCESS:-etcd}
STORE_ENDPOINT=${STORE_ENDPOINT:-http://127.0.0.1:2379}

ask() {
    timeout -k 1 5 etcdctl --endpoints="$STORE_ENDPOINT" --dial-timeout=2s --command-timeout=3s \
        get blackstart/probe --consistency="$1" >/dev/null 2>&1
}

command -v etcdctl >/dev/null 2>&1 || {
    echo "etcdctl is not here, so the store was not asked" >&2
    exit 2
}
pid=$(pgrep -xo "$STORE_PROCESS") || pid=0
port=${STORE_ENDPOINT##*:}
port=${port%%/*}
# Recv-Q of a listening socket is how many wait to be accepted
waiting=$(ss -Hltn "sport = :$port" 2>/dev/null | awk '{ if ($2 > most) most = $2; n++ } END { if (n) print most + 0 }')
listens=false
[ -z "$waiting" ] || listens=true
answers=false itself=false
if ask l; then
    answers=true itself=true
elif ask s; then
    itself=true
fi
older=false
if [ "$pid" != 0 ] && [ -n "${DAEMON:-}" ]; then
    daemon=$(timeout 5 systemctl show "$DAEMON" -p ExecMainStartTimestampMonotonic 2>/dev/null | sed 's/.*=//')
    store=$(awk '{ sub(/.*\) /, ""); printf "%d", $20 / 100 }' "/proc/$pid/stat" 2>/dev/null)
    [ "${daemon:-0}" -eq 0 ] || [ "${store:-0}" -ge $((daemon / 1000000)) ] || older=true
fi
printf '{"pid":%s,"listens":%s,"backlog":%s,"answers":%s,"answers_itself":%s,"older":%s}\n' \
    "$pid" "$listens" "${waiting:-0}" "$answers" "$itself" "$older"
