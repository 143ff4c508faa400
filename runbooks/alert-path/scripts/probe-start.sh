#!/bin/sh
# Starts a probe that asks TARGET every thirty seconds, and pages after three misses in a row or when the watchdog is
# silent for too long; then once in half an hour as long as it lasts. It ends by itself after eight days.
# environment: TARGET, PORT, HEARTBEAT, HEARTBEAT_SECONDS, PAGE_COMMAND, PLACE; EVERY (30)
# Exit 3: it runs already.
set -u
TARGET=${TARGET:?} PORT=${PORT:?} HEARTBEAT=${HEARTBEAT:-} HEARTBEAT_SECONDS=${HEARTBEAT_SECONDS:-300}
PAGE_COMMAND=${PAGE_COMMAND:?} PLACE=${PLACE:-${HOME:-/root}/.blackstart-probe} EVERY=${EVERY:-30}
export TARGET PORT HEARTBEAT HEARTBEAT_SECONDS PAGE_COMMAND PLACE EVERY

mkdir -p "$PLACE" || exit 1
pid=$(cat "$PLACE/pid" 2>/dev/null)
if [ -n "$pid" ] && tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -q blackstart-probe; then
    echo "a probe runs already, process $pid" >&2
    exit 3
fi
# shellcheck disable=SC2016
probe='
    misses=0 paged=0
    while :; do
        why=
        if timeout -k 1 4 bash -c "exec 3<>/dev/tcp/$TARGET/$PORT" 2>/dev/null; then misses=0; else misses=$((misses + 1)); fi
        [ "$misses" -lt 3 ] || why="$TARGET port $PORT does not answer"
        case $HEARTBEAT in
        "") heard=$(date +%s) ;;
        http*) heard=$(curl -fsS -m 8 "$HEARTBEAT" 2>/dev/null | tr -cd 0-9 | cut -c1-12) ;;
        *) heard=$(timeout -k 1 5 stat -c %Y "$HEARTBEAT" 2>/dev/null) ;;
        esac
        now=$(date +%s)
        [ $((now - ${heard:-0})) -le "$HEARTBEAT_SECONDS" ] || why="${why:+$why; }the watchdog is silent"
        if [ -n "$why" ] && [ $((now - paged)) -ge 1800 ]; then
            "$PAGE_COMMAND" "Blackstart probe: $why" </dev/null >>"$PLACE/log" 2>&1 && paged=$now
            echo "$now $why" >>"$PLACE/log"
        fi
        [ -n "$why" ] || paged=0
        sleep "$EVERY"
    done'
setsid nohup timeout 691200 sh -c "$probe" blackstart-probe </dev/null >/dev/null 2>&1 &
echo "$!" >"$PLACE/pid"
sleep 1
kill -0 "$(cat "$PLACE/pid")"
