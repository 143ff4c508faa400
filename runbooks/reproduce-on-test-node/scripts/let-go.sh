#!/bin/sh
# Ends what hold.sh started, and nothing else, and takes its folder away.
# environment: PLACE
set -u
PLACE=${PLACE:-/run/blackstart-reproduce}

[ -d "$PLACE" ] || exit 0
while read -r group; do
    # Each was started as the leader of a session of its own; a number that somebody else has by now is left alone.
    if grep -qz -e "$PLACE" "/proc/$group/cmdline" 2>/dev/null; then kill -TERM "-$group"; fi
done <"$PLACE/groups"
rm -f "$PLACE"/*.out "$PLACE/groups" "$PLACE/provoked" && rmdir "$PLACE"
