#!/bin/sh
# Are packages half installed, does anybody hold dpkg's lock, does UNIT run a program that was replaced? Changes nothing.
# environment: UNIT; DPKG_DIR (/var/lib/dpkg)
# Prints JSON: half (packages that dpkg wants finished), locked, holder (name of the process), outdated (processes of
# UNIT whose program or libraries were replaced since they started; null: there is no such unit).
set -u
export LC_ALL=C
UNIT=${UNIT:-ssh} DPKG_DIR=${DPKG_DIR:-/var/lib/dpkg}

half=$(dpkg-query --admindir="$DPKG_DIR" -W -f '${db:Status-Status}\n' 2>/dev/null |
    grep -cxE 'unpacked|half-installed|half-configured|triggers-awaited|triggers-pending')

# /proc/locks names a lock by device and inode, and the process that has it.
locked=false holder=
for lock in lock-frontend lock; do
    inode=$(stat -c %i "$DPKG_DIR/$lock" 2>/dev/null) || continue
    pid=$(awk -v inode="$inode" '{ n = split($6, id, ":"); if (id[n] == inode && $2 != "->") { print $5; exit } }' /proc/locks)
    if [ -n "$pid" ]; then
        locked=true
        holder=$(tr -cd 'A-Za-z0-9._+-' <"/proc/$pid/comm" 2>/dev/null)
        break
    fi
done

outdated=0
[ "$(systemctl show "$UNIT" -p LoadState --value 2>/dev/null)" != not-found ] || outdated=null
group=$(systemctl show "$UNIT" -p ControlGroup --value 2>/dev/null)
if [ -n "$group" ] && [ -r "/sys/fs/cgroup$group/cgroup.procs" ]; then
    while read -r pid; do
        if grep -qE ' r-xp .*/(bin|sbin|lib[0-9a-z]*)/.* \(deleted\)$' "/proc/$pid/maps" 2>/dev/null; then
            outdated=$((outdated + 1))
        fi
    done <"/sys/fs/cgroup$group/cgroup.procs"
fi
printf '{"half": %s, "locked": %s, "holder": "%s", "outdated": %s}\n' "$half" "$locked" "$holder" "$outdated"
