#!/bin/sh
# Do the connections of hold.sh stand, and does a new one come about? Changes nothing.
# environment: TARGET, PORT, POD (network namespace or none), FIRST_WAIT (seconds), PLACE
# Prints JSON: held, broken (no answer for six seconds, or ended), provoked, new_works.
set -u
TARGET=${TARGET:?} PORT=${PORT:-5432} POD=${POD:-none} PLACE=${PLACE:-/run/blackstart-reproduce}

sleep "${FIRST_WAIT:-0}"
held=0 broken=0 now=$(date +%s)
for out in "$PLACE"/*.out; do
    [ -e "$out" ] || continue
    said=$(stat -c %Y "$out")
    if [ $((now - said)) -le 6 ] && ! grep -qvx 1 "$out"; then
        held=$((held + 1))
    else
        broken=$((broken + 1))
        echo "${out##*/}: $(tail -n 1 "$out")" >&2
    fi
done
provoked=false
[ -e "$PLACE/provoked" ] && provoked=true
enter=
[ "$POD" = none ] || enter="ip netns exec $POD"
new_works=false
# shellcheck disable=SC2016,SC2086
timeout -k 1 4 $enter bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$TARGET" "$PORT" 2>/dev/null && new_works=true
printf '{"held": %s, "broken": %s, "provoked": %s, "new_works": %s}\n' "$held" "$broken" "$provoked" "$new_works"
