#!/bin/sh
# Does the state store answer its clients? A read through the whole store, twice where the first finds no answer: a busy
# host is slow once. Each has a deadline; changes nothing.
# environment: STORE_ENDPOINT (http://127.0.0.1:2379) · STORE_TLS  folder with server-ca.crt, server-client.crt and
#   server-client.key, or none
# Prints JSON: silent (it gave no answer in time, twice), full (it answers, and takes no writes, since its data has
# reached the quota; null: it answers and does not say).
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

silent=false
for deadline in 3 5; do
    said=$(timeout -k 1 $((deadline + 3)) etcdctl --endpoints="$STORE_ENDPOINT" --dial-timeout=2s \
        --command-timeout="${deadline}s" get blackstart/probe 2>&1)
    ended=$?
    silent=false
    [ "$ended" != 0 ] || break
    if refuses_us "$said"; then unknown; fi
    printf '%s\n' "$said" >&2
    case $ended/$said in
    124/* | 137/* | *"context deadline exceeded"*) silent=true ;;
    esac
done
full=false
if [ "$silent" = false ]; then
    full=null
    alarms=$(timeout -k 1 5 etcdctl --endpoints="$STORE_ENDPOINT" --dial-timeout=2s --command-timeout=3s alarm list 2>/dev/null) &&
        case $alarms in *NOSPACE*) full=true ;; *) full=false ;; esac
fi
printf '{"silent":%s,"full":%s}\n' "$silent" "$full"
