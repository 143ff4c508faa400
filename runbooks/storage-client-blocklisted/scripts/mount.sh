#!/bin/sh
# Does MOUNT answer within five seconds, and what does its client say of itself? Never hangs: a process that waits for a
# dead mount cannot be killed, so another one asks and is left behind. Changes nothing.
# environment: MOUNT
# Prints JSON: mounted, kind (kernel, fuse, other or none), answers, error (none, hung, denied, shutdown or other),
# blocklisted (the kernel's client says so), instance (client and address), holders (processes with files open there),
# waiting (processes in uninterruptible sleep on the whole host).
set -u
export LC_ALL=C
MOUNT=${MOUNT:?}

# The last entry for the mount point counts: it lies on top. mountinfo says \040 for a blank.
type=$(awk -v point="$MOUNT" '{
    path = $5; gsub(/\\040/, " ", path)
    if (path == point) for (i = 7; i < NF; i++) if ($i == "-") found = $(i + 1)
} END { print found }' /proc/self/mountinfo)
kind=other
if [ -z "$type" ]; then
    kind=none
elif [ "$type" = ceph ]; then
    kind=kernel
elif [ "${type#fuse.ceph}" != "$type" ]; then
    kind=fuse
fi

# Reads the folder, since attributes may still be remembered. Says by its exit code what came of it.
look() {
    said=$(ls -f -- "$MOUNT" 2>&1 >/dev/null) && [ -z "$said" ] && exit 0
    case $said in
    *'ermission denied'*) exit 13 ;;
    *shutdown*) exit 108 ;;
    *) exit 1 ;;
    esac
}
answers=false error=none
if [ "$kind" != none ]; then
    look </dev/null >/dev/null 2>&1 &
    asked=$!
    left=50
    while [ "$left" -gt 0 ] && kill -0 "$asked" 2>/dev/null; do
        left=$((left - 1))
        sleep 0.1 2>/dev/null || sleep 1
    done
    if kill -0 "$asked" 2>/dev/null; then
        error=hung
    else
        wait "$asked"
        case $? in 0) answers=true ;; 13) error=denied ;; 108) error=shutdown ;; *) error=other ;; esac
    fi
fi

blocklisted=false instance=''
if [ "$kind" = kernel ]; then
    for status in /sys/kernel/debug/ceph/*/status; do
        [ -r "$status" ] || continue
        instance=$(sed -n 's/^instance: *//p' "$status" | head -n 1 | tr -cd 'A-Za-z0-9.:/()[] -')
        grep -qE '^blocklisted: *true' "$status" && blocklisted=true
    done
fi

# Names of open files only: none of them is asked.
# shellcheck disable=SC2012
holders=$(ls -l /proc/[0-9]*/fd /proc/[0-9]*/cwd 2>/dev/null | awk -v point="$MOUNT" '
    /^\/proc\/[0-9]+\/fd:$/ { split($0, part, "/"); process = part[3]; next }
    / -> / {
        target = $0; sub(/.* -> /, "", target)
        who = process
        if (match($0, /\/proc\/[0-9]+\/cwd/)) { split(substr($0, RSTART), part, "/"); who = part[3] }
        if (target == point || index(target, point "/") == 1) seen[who] = 1
    }
    END { for (who in seen) n++; print n + 0 }')
waiting=0
for stat in /proc/[0-9]*/stat; do
    read -r line <"$stat" 2>/dev/null || continue
    line=${line##*) }
    [ "${line%% *}" != D ] || waiting=$((waiting + 1))
done 2>/dev/null
mounted=true
[ "$kind" != none ] || mounted=false
printf '{"mounted":%s,"kind":"%s","answers":%s,"error":"%s","blocklisted":%s,"instance":"%s","holders":%s,"waiting":%s}\n' \
    "$mounted" "$kind" "$answers" "$error" "$blocklisted" "$instance" "$holders" "$waiting"
