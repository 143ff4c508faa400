#!/bin/sh
# How long ago was the watchdog heard? Changes nothing.
# environment: HEARTBEAT (a file, whose age counts; or a URL that answers with seconds since 1970)
# Prints JSON: age_seconds. Where there is neither, it is not known, and that is exit 4.
set -u
HEARTBEAT=${HEARTBEAT:?}

heard=
case $HEARTBEAT in
http*) command -v curl >/dev/null 2>&1 && heard=$(curl -fsS -m 8 "$HEARTBEAT" | tr -cd '0-9' | cut -c1-12) ;;
*) heard=$(timeout -k 1 5 stat -c %Y "$HEARTBEAT") ;;
esac
[ -n "$heard" ] || {
    echo "$HEARTBEAT does not say when the watchdog was heard" >&2
    exit 4
}
printf '{"age_seconds": %s}\n' "$(($(date +%s) - heard))"
