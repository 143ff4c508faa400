#!/bin/sh
# Gives the newest snapshot that a run of Blackstart has taken on this host another name, from which it is copied off,
# without taking its room twice where that can be. Whether it is whole is proven afterwards.
# environment: SNAPSHOT  that name · ARTIFACT_DIR (/var/tmp)
# Exit 1 when there is none.
set -u
: "${SNAPSHOT:?SNAPSHOT is the name it is to have}"
newest='' latest=0
for candidate in "${ARTIFACT_DIR:-/var/tmp}"/blackstart-*.snapshot; do
    # a name ends in the name of the step, with an attempt behind it
    case $candidate in *take_snapshot* | *copy_files* | *store_snapshot*) ;; *) continue ;; esac
    [ -s "$candidate" ] || continue
    written=$(stat -c %Y "$candidate")
    if [ "$written" -ge "$latest" ]; then newest=$candidate latest=$written; fi
done
[ -n "$newest" ] || {
    echo "there is no snapshot of a run in ${ARTIFACT_DIR:-/var/tmp}" >&2
    exit 1
}
ln "$newest" "$SNAPSHOT" 2>/dev/null || cp -p "$newest" "$SNAPSHOT" || exit 1
echo "$newest"
