#!/bin/sh
# Is MOUNT read-only, and what did the kernel say of its disk since the boot? Changes nothing and writes nothing there.
# environment: MOUNT
# Prints JSON: mounted, read_only, device, disk_errors, structure_errors (lines of the kernel's log). A log that cannot
# be read: exit 5, so that nobody takes silence for health.
set -u
export LC_ALL=C
MOUNT=${MOUNT:-/}

entry=$(awk -v point="$MOUNT" '{
    path = $5; gsub(/\\040/, " ", path)
    if (path == point) for (i = 7; i < NF; i++) if ($i == "-") found = $6 " " $(i + 3) " " $(i + 2)
} END { print found }' /proc/self/mountinfo)
[ -n "$entry" ] || {
    echo "$MOUNT is not mounted" >&2
    exit 4
}
options=${entry%% *}
rest=${entry#* }
super=${rest%% *}
device=${rest#* }
read_only=false
case ",$options," in *,ro,*) read_only=true ;; esac
case ",$super," in *,ro,*) read_only=true ;; esac

log=$(journalctl --dmesg --boot --no-pager --quiet 2>/dev/null) || log=
[ -n "$log" ] || log=$(dmesg 2>/dev/null) || {
    echo "the kernel's log cannot be read" >&2
    exit 5
}
disk=$(printf '%s\n' "$log" | grep -cE 'I/O error|critical (medium|target) error|Medium Error|UNC|nvme.*(timeout|abort)')
structure=$(printf '%s\n' "$log" | grep -cE 'EXT4-fs error|XFS .*(corruption|Corruption)|BTRFS (error|critical)|Remounting filesystem read-only')
printf '{"mounted": true, "read_only": %s, "device": "%s", "disk_errors": %s, "structure_errors": %s}\n' \
    "$read_only" "$device" "$disk" "$structure"
