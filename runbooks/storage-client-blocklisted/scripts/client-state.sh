#!/bin/sh
# Keeps what mounting afresh destroys: the client's state and requests, who has files open there, who waits. Asks no
# file of the mount itself. Changes nothing.
# environment: MOUNT
set -u
export LC_ALL=C
date -u
grep -F -e " ${MOUNT:?} " /proc/self/mountinfo
for file in /sys/kernel/debug/ceph/*/status /sys/kernel/debug/ceph/*/mdsc /sys/kernel/debug/ceph/*/caps; do
    [ -r "$file" ] || continue
    echo "--- $file"
    timeout 5 head -c 65536 "$file"
done
echo "--- open files"
# shellcheck disable=SC2010,SC2012 # names of links below /proc
ls -l /proc/[0-9]*/fd /proc/[0-9]*/cwd 2>/dev/null | grep -E -e '^/proc/' -e " -> $MOUNT(/|\$)" | grep -B1 -e ' -> '
echo "--- processes that wait"
timeout 5 ps -eo pid,stat,wchan:32,comm | awk '$2 ~ /D/'
echo "--- the kernel"
dmesg 2>/dev/null | grep -E 'ceph:|libceph:' | tail -n 100
exit 0
