#!/bin/sh
# Does the state store answer, and is its process there? Every question has a deadline; nothing is changed.
# environment: STORE_PROCESS (etcd) · STORE_ENDPOINT (http://127.0.0.1:2379) · DAEMON  unit of the control daemon ·
#   STORE_TLS  folder with server-ca.crt, server-client.crt and server-client.key, or none
# Prints JSON: pid (0: no such process), listens, backlog (clients that wait to be accepted), answers (a read through
# the whole cluster), answers_itself (a read from this member alone), leaderless (a member that answers itself alone
# knows no leader; null: it was not asked or did not say), older (it was started before the daemon last was; null: there
# is no such unit).
set -u
export LC_ALL=C ETCDCTL_API=3
STORE_PROCESS=${STORE_PROCESS:-etcd}
STORE_ENDPOINT=${STORE_ENDPOINT:-http://127.0.0.1:2379}

if [ "${STORE_TLS:-none}" != none ]; then
    export ETCDCTL_CACERT="$STORE_TLS/server-ca.crt" ETCDCTL_CERT="$STORE_TLS/server-client.crt" ETCDCTL_KEY="$STORE_TLS/server-client.key"
fi

ask() {
    said=$(timeout -k 1 5 etcdctl --endpoints="$STORE_ENDPOINT" --dial-timeout=2s --command-timeout=3s \
        get blackstart/probe --consistency="$1" 2>&1)
}
# etcdctl leaves the leader out where there is none. A member that is frozen in part still knows one.
leader() {
    said=$(timeout -k 1 4 etcdctl --endpoints="$STORE_ENDPOINT" --dial-timeout=2s --command-timeout=3s \
        endpoint status -w json 2>/dev/null) || return
    case $said in
    *'"leader":'[1-9]*) leaderless=false ;;
    *'"raftTerm":'*) leaderless=true ;;
    esac
}
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
answers=false itself=false leaderless=null
if ask l; then
    answers=true itself=true
elif refuses_us "$said"; then
    unknown
elif ask s; then
    itself=true
    leader
fi
older=false
if [ "$pid" != 0 ] && [ -n "${DAEMON:-}" ]; then
    shown=$(timeout 5 systemctl show "$DAEMON" -p LoadState,ExecMainStartTimestampMonotonic 2>/dev/null)
    daemon=$(printf '%s\n' "$shown" | sed -n 's/^ExecMainStartTimestampMonotonic=//p')
    store=$(awk '{ sub(/.*\) /, ""); printf "%d", $20 / 100 }' "/proc/$pid/stat" 2>/dev/null)
    case $shown in *LoadState=not-found*) older=null ;; esac
    [ "${daemon:-0}" -eq 0 ] || [ "${store:-0}" -ge $((daemon / 1000000)) ] || older=true
fi
printf '{"pid":%s,"listens":%s,"backlog":%s,"answers":%s,"answers_itself":%s,"leaderless":%s,"older":%s}\n' \
    "$pid" "$listens" "${waiting:-0}" "$answers" "$itself" "$leaderless" "$older"
