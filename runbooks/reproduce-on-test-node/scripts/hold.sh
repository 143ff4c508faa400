#!/bin/sh
# Holds CONNECTIONS to a PostgreSQL, each with a question every two seconds, until let-go.sh or an hour has passed.
# environment: TARGET, PORT, DB_USER, CONNECTIONS, POD (network namespace or none), PLACE (/run/blackstart-reproduce)
set -u
TARGET=${TARGET:?} PORT=${PORT:-5432} DB_USER=${DB_USER:-postgres} CONNECTIONS=${CONNECTIONS:-5} POD=${POD:-none}
PLACE=${PLACE:-/run/blackstart-reproduce}
export PGCONNECT_TIMEOUT=4

if [ -d "$PLACE" ]; then
    echo "$PLACE is there, so a test is under way or was not ended; end it first" >&2
    exit 3
fi
mkdir -m 700 "$PLACE" || exit 1
enter=
[ "$POD" = none ] || enter="ip netns exec $POD"
# shellcheck disable=SC2016
one='while :; do echo "select 1;"; sleep 2; done | psql -XAtqw -h "$1" -p "$2" -U "$3" -d postgres >"$4" 2>&1'
n=1
while [ "$n" -le "$CONNECTIONS" ]; do
    # shellcheck disable=SC2086
    setsid nohup timeout 3600 $enter sh -c "$one" held "$TARGET" "$PORT" "$DB_USER" "$PLACE/$n.out" \
        </dev/null >/dev/null 2>&1 &
    echo "$!" >>"$PLACE/groups"
    n=$((n + 1))
done
sleep 3
