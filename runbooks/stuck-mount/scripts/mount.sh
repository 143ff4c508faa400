#!/bin/sh
# Does MOUNT answer within three seconds? Never hangs itself: a process that waits for a dead mount cannot be killed,
# so it is left behind and only watched. Changes nothing.
# environment: MOUNT
# Prints JSON: mounted, answers, type, source, waiting (processes in uninterruptible sleep on the whole host).
# Exit 2 and no JSON where the kernel answers for a FUSE mount of somebody else, without asking whoever serves it.
set -u
export LC_ALL=C
MOUNT=${MOUNT:?}

# The last entry for the mount point counts: it lies on top. mountinfo says \040 for a blank.
entry=$(awk -v point="$MOUNT" '{
    path = $5; gsub(/\\040/, " ", path)
    if (path == point) for (i = 7; i < NF; i++) if ($i == "-") found = $(i + 1) " " $(i + 2)
} END { print found }' /proc/self/mountinfo)

# A user who may not look into a FUSE mount gets nothing but zeroes for it, at once, however dead it is.
look() {
    blocks=$(stat -f -c %b -- "$MOUNT") || exit 1
    case ${entry%% *} in fuse*) [ "$blocks" != 0 ] || exit 3 ;; esac
    exit 0
}

mounted=false answers=false
if [ -n "$entry" ]; then
    mounted=true
    look >/dev/null 2>&1 </dev/null &
    asked=$!
    left=30
    while [ "$left" -gt 0 ] && kill -0 "$asked" 2>/dev/null; do
        left=$((left - 1))
        sleep 0.1 2>/dev/null || sleep 1
    done
    if ! kill -0 "$asked" 2>/dev/null; then
        wait "$asked"
        case $? in
        0) answers=true ;;
        3)
            echo "only who mounted $MOUNT may ask whether it answers" >&2
            exit 2
            ;;
        esac
    fi
fi
waiting=0
for stat in /proc/[0-9]*/stat; do
    read -r line <"$stat" 2>/dev/null || continue
    line=${line##*) }
    [ "${line%% *}" != D ] || waiting=$((waiting + 1))
done 2>/dev/null
printf '{"mounted": %s, "answers": %s, "type": "%s", "source": "%s", "waiting": %s}\n' \
    "$mounted" "$answers" "${entry%% *}" "${entry#* }" "$waiting"
