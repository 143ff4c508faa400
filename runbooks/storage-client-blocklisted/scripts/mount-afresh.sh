#!/bin/sh
# Takes a dead mount of the storage cluster away, lazily, and mounts it again as a new client, as /etc/fstab says or as
# it was mounted before. Then writes, syncs and removes a small file there, in a process that can be left behind.
# environment: MOUNT · HOLDERS  end: processes with files open there are ended; leave: they are left (leave)
set -u
export LC_ALL=C
MOUNT=${MOUNT:?}

entry=$(awk -v point="$MOUNT" '{
    path = $5; gsub(/\\040/, " ", path)
    if (path == point) for (i = 7; i < NF; i++) if ($i == "-") found = $(i + 1) " " $(i + 2) " " $(i + 3)
} END { print found }' /proc/self/mountinfo)
# shellcheck disable=SC2086 # type, source and options hold no blanks
set -- $entry
type=${1:-none} source=${2:-} options=${3:-}

# The ceph-fuse of this mount point and the words it was started with, one a line.
fuse='' words=''
for process in $(pgrep -x ceph-fuse); do
    if tr '\000' '\n' <"/proc/$process/cmdline" | grep -qxF -e "$MOUNT"; then
        fuse=$process
        words=$(tr '\000' '\n' <"/proc/$process/cmdline")
    fi
done

holders() {
    # shellcheck disable=SC2012
    ls -l /proc/[0-9]*/fd 2>/dev/null | awk -v point="$MOUNT" '
        /^\/proc\/[0-9]+\/fd:$/ { split($0, part, "/"); process = part[3]; next }
        / -> / {
            target = $0; sub(/.* -> /, "", target)
            if (target == point || index(target, point "/") == 1) seen[process] = 1
        }
        END { for (process in seen) print process }'
}
if [ "${HOLDERS:-leave}" = end ]; then
    for signal in TERM KILL; do
        for process in $(holders); do
            [ "$process" = "$$" ] || kill "-$signal" "$process" 2>/dev/null
        done
        sleep 1
    done
fi

# Away with it. A lazy unmount does not ask the other side; the ceph-fuse of before must not answer any more.
case $type in
none) ;;
fuse.*)
    timeout -k 1 10 fusermount3 -uz -- "$MOUNT" 2>/dev/null || timeout -k 1 10 fusermount -uz -- "$MOUNT" 2>/dev/null ||
        timeout -k 1 15 umount -l -- "$MOUNT" || exit
    [ -z "$fuse" ] || kill -KILL "$fuse" 2>/dev/null
    ;;
*) timeout -k 1 15 umount -f -- "$MOUNT" 2>/dev/null || timeout -k 1 15 umount -l -- "$MOUNT" || exit ;;
esac

# And afresh. Without the old mount the path is local again and does not hang.
if grep -qsE "^[^#[:space:]]+[[:space:]]+${MOUNT}[[:space:]]" /etc/fstab; then
    timeout -k 1 60 mount -- "$MOUNT" || exit
elif [ -n "$words" ]; then
    # the words of before, which held no blanks; told to stay in the foreground, it is left behind instead
    # shellcheck disable=SC2086
    case " $(printf '%s' "$words" | tr '\n' ' ') " in
    *' -f '* | *' -d '* | *' --foreground '*) setsid nohup $words </dev/null >/dev/null 2>&1 & ;;
    *) setsid timeout -k 1 60 $words </dev/null >/dev/null 2>&1 || exit ;;
    esac
elif [ "$type" = ceph ]; then
    # the options of before that make sense for a new client; a secret is never shown there
    keep=$(printf '%s' "$options" | tr ',' '\n' | grep -E '^(name|fs|mds_namespace|secretfile|recover_session)=' | tr '\n' ',')
    timeout -k 1 60 mount -t ceph "$source" "$MOUNT" ${keep:+-o "${keep%,}"} || exit
else
    echo "neither /etc/fstab nor the old mount says how $MOUNT is mounted; the dead mount is gone" >&2
    exit 1
fi

probe=$MOUNT/.blackstart-probe-$$
(echo probe >"$probe" && sync "$probe" && rm -f "$probe") </dev/null >/dev/null 2>&1 &
asked=$!
left=100
while [ "$left" -gt 0 ] && kill -0 "$asked" 2>/dev/null; do
    left=$((left - 1))
    sleep 0.1 2>/dev/null || sleep 1
done
if ! kill -0 "$asked" 2>/dev/null && wait "$asked"; then
    echo "$MOUNT is mounted and takes writes"
else
    echo "$MOUNT is mounted again and did not take a small write within 10 s" >&2
    exit 1
fi
