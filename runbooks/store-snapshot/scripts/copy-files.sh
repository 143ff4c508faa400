#!/bin/sh
# Stops the control daemon and the store on this host, and packs the store's whole data directory, snapshot and
# write-ahead log, into a file. Starts nothing again.
# environment: SNAPSHOT  the file · DATA_DIR  holds member/ · DAEMON  unit · STORE_PROCESS (etcd)
set -u
: "${SNAPSHOT:?SNAPSHOT is the file to write}" "${DATA_DIR:?DATA_DIR holds member/}" "${DAEMON:?DAEMON is a unit}"
STORE_PROCESS=${STORE_PROCESS:-etcd}

[ -d "$DATA_DIR/member" ] || {
    echo "$DATA_DIR/member is not there, so nothing was stopped" >&2
    exit 1
}
timeout 90 systemctl stop "$DAEMON" || {
    echo "$DAEMON did not stop, and nothing was copied" >&2
    exit 1
}
# files that move while they are copied are worth nothing
for signal in TERM KILL; do
    pid=$(pgrep -xo "$STORE_PROCESS") || break
    kill "-$signal" "$pid"
    tries=50
    while [ -d "/proc/$pid" ] && [ "$tries" -gt 0 ]; do
        tries=$((tries - 1))
        sleep 0.2 2>/dev/null || sleep 1
    done
done
if pgrep -x "$STORE_PROCESS" >/dev/null; then
    echo "$STORE_PROCESS lives still, so nothing was copied; $DAEMON is stopped" >&2
    exit 1
fi
tar -C "$DATA_DIR" -cf "$SNAPSHOT" member || {
    rm -f "$SNAPSHOT"
    exit 1
}
chmod 644 "$SNAPSHOT"
sha256sum "$SNAPSHOT"
