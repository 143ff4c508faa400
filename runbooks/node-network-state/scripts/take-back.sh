#!/bin/sh
# Takes away exactly what put-back.sh added, the newest first.
# environment: STATE_FILE
set -u
STATE_FILE=${STATE_FILE:-/var/lib/blackstart/network-state}
ADDED=$STATE_FILE.added

[ -r "$ADDED" ] || {
    echo "nothing was added, so nothing is taken away"
    exit 0
}
remove() {
    kind=$1
    shift
    case $kind in
    rule*)
        preference=${1%:}
        shift
        ip "-${kind#rule}" rule del preference "$preference" "$@"
        ;;
    route*) ip "-${kind#route}" route del "$@" ;;
    esac
}
failed=0
sed '1!G;h;$!d' "$ADDED" >"$ADDED.reverse" || exit 1
while read -r line; do
    # shellcheck disable=SC2086
    remove $line || failed=$((failed + 1))
done <"$ADDED.reverse"
rm -f "$ADDED.reverse"
[ "$failed" -eq 0 ] && rm -f "$ADDED"
