#!/bin/sh
# Does MOUNT answer within five seconds, and what does its client say of itself? Never hangs: a process that waits for a
# dead mount cannot be killed, so another one asks and is left behind. Changes nothing.
# environment: MOUNT
# Prints JSON: mounted, wanted (fstab or a mount unit names it), kind (kernel, fuse, other or none), answers, error (none,
# hung, denied, shutdown or other), blocklisted (this client says so of itself; null: it does not say), instance (client
# and address), holders (processes with files open there), waiting (processes in uninterruptible sleep on the host).
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

# Only the client's own word counts: a list of the storage cluster also holds what was locked out and is long back.
blocklisted=null instance=''
if [ "$kind" = kernel ]; then
    for status in /sys/kernel/debug/ceph/*/status; do
        grep -q '^blocklisted:' "$status" 2>/dev/null || continue
        instance=$(sed -n 's/^instance: *//p' "$status" | head -n 1 | tr -cd 'A-Za-z0-9.:/()[] -')
        [ "$blocklisted" = true ] || blocklisted=false
        grep -qE '^blocklisted: *true' "$status" && blocklisted=true
    done
    if [ "$blocklisted" = null ]; then
        # a kernel without debugfs: the newest word in its log about the way to the storage
        word=$({ dmesg 2>/dev/null || timeout 5 journalctl -k -q --no-pager -o cat -n 20000 2>/dev/null; } | grep -E \
            'ceph: mds[0-9]+ (session blocklisted|rejected session|reconnect (denied|start|success)|hung|came back)|libceph: (mon|mds|osd)[0-9]+ .*(connect error|session (established|lost))' | tail -n 1)
        case $word in
        *'session blocklisted' | *'rejected session' | *'reconnect denied') blocklisted=true ;;
        ?*) blocklisted=false ;;
        esac
    fi
elif [ "$kind" = fuse ]; then
    for socket in /run/ceph/*client*.asok /var/run/ceph/*client*.asok; do
        [ -S "$socket" ] || continue
        status=$(timeout -k 1 4 ceph --admin-daemon "$socket" status 2>/dev/null) || continue
        case $(printf '%s' "$status" | tr -d ' \n') in
        *'"blocklisted":true'* | *'"blacklisted":true'*) blocklisted=true ;;
        *'"blocklisted":false'* | *'"blacklisted":false'*) [ "$blocklisted" = true ] || blocklisted=false ;;
        esac
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
wanted=false
if grep -qsE "^[^#[:space:]]+[[:space:]]+${MOUNT}[[:space:]]" /etc/fstab ||
    timeout 5 systemctl cat "$(systemd-escape -p --suffix=mount "$MOUNT" 2>/dev/null)" >/dev/null 2>&1; then
    wanted=true
fi
printf '{"mounted":%s,"wanted":%s,"kind":"%s","answers":%s,"error":"%s","blocklisted":%s,"instance":"%s","holders":%s,"waiting":%s}\n' \
    "$mounted" "$wanted" "$kind" "$answers" "$error" "$blocklisted" "$instance" "$holders" "$waiting"
