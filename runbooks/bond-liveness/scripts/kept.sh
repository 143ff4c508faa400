#!/bin/sh
# Are the targets written where this host keeps its network configuration? Changes nothing.
# environment: TARGETS  addresses with commas between them
# Prints JSON: kept (each of them but this host's own is in some file), bonds.
set -u
: "${TARGETS:?TARGETS are the addresses to look for, with commas between them}"

kept=true
for target in $(printf '%s' "$TARGETS" | tr ',' ' '); do
    case $(ip route get "$target" 2>/dev/null | head -n 1) in local*) continue ;; esac
    grep -rqswF -e "$target" /etc/netplan /etc/systemd/network /etc/network /etc/NetworkManager/system-connections \
        /etc/sysconfig/network-scripts /etc/modprobe.d 2>/dev/null || kept=false
done
bonds=0
for folder in /sys/class/net/*/bonding; do
    [ ! -d "$folder" ] || bonds=$((bonds + 1))
done
# without a bond nothing has to be kept
[ "$bonds" != 0 ] || kept=true
printf '{"kept":%s,"bonds":%s}\n' "$kept" "$bonds"
