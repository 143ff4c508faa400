#!/bin/sh
# Is this member of the control plane whole? Asks its store and systemd, each with a deadline; changes nothing.
# environment: DAEMON  its unit · STORE_ENDPOINT (http://127.0.0.1:2379) · STORE_TLS  folder with server-ca.crt,
#   server-client.crt and server-client.key, or none
# Prints JSON: answers (a read through the whole store), sub_state, up_seconds (0 unless it runs), restarts.
set -u
export LC_ALL=C ETCDCTL_API=3
STORE_ENDPOINT=${STORE_ENDPOINT:-http://127.0.0.1:2379}
: "${DAEMON:?DAEMON is the unit of the control daemon}"
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

shown=$(timeout 8 systemctl show "$DAEMON" -p LoadState,NRestarts,SubState,ExecMainStartTimestampMonotonic 2>&1) || {
    echo "systemctl could not show $DAEMON: $shown" >&2
    exit 2
}
value() { printf '%s\n' "$shown" | sed -n "s/^$1=//p" | head -n 1; }
[ "$(value LoadState)" != not-found ] || {
    echo "there is no unit $DAEMON on this host, so nothing is known of it" >&2
    exit 2
}
sub=$(value SubState)
started=$(value ExecMainStartTimestampMonotonic)
up=0
if [ "$sub" = running ] && [ "${started:-0}" -gt 0 ]; then
    up=$(awk -v started="$started" '{ printf "%d", $1 - started / 1000000 }' /proc/uptime)
fi
restarts=$(value NRestarts)
printf '{"answers":%s,"sub_state":"%s","up_seconds":%s,"restarts":%s}\n' "$answers" "$sub" "$up" "${restarts:-0}"
