#!/bin/sh
# Would this host bear a reboot of its gateway, or did it bear one? Changes nothing.
# environment: DAEMON, PROBE_NAME, MINUTES; SYS (/sys/class/net)
# Prints JSON: bonds_on_gateway (that probe nothing else by ARP), bond_failures (bonds that were without any slave in the
# last MINUTES, by the kernel's log), daemon_restarted (it failed or was started again in the last MINUTES), resolves.
set -u
export LC_ALL=C
DAEMON=${DAEMON:?} PROBE_NAME=${PROBE_NAME:?} MINUTES=${MINUTES:-10} SYS=${SYS:-/sys/class/net}

gateway=$(ip -4 route show default 2>/dev/null | sed -n '1s/.* via \([0-9.]*\).*/\1/p')
on_gateway=0
for targets in "$SYS"/*/bonding/arp_ip_target; do
    [ -r "$targets" ] || continue
    if grep -q . "$targets" && ! tr ' ' '\n' <"$targets" | grep -v '^$' | grep -qvxF "${gateway:-none}"; then
        on_gateway=$((on_gateway + 1))
    fi
done
failures=$(timeout -k 1 10 journalctl -k --no-pager -q --since "-${MINUTES}min" 2>/dev/null |
    grep -c 'now running without any active interface')
resolves=false
timeout -k 1 6 getent ahosts "$PROBE_NAME" >/dev/null 2>&1 && resolves=true

# A host that does not have the unit has nothing to lose there.
restarted=false
if [ "$(systemctl show "$DAEMON" -p LoadState --value 2>/dev/null)" = loaded ] &&
    [ "$(systemctl is-enabled "$DAEMON" 2>/dev/null)" = enabled ]; then
    since=$(systemctl show "$DAEMON" -p ActiveEnterTimestampMonotonic --value)
    again=$(systemctl show "$DAEMON" -p NRestarts --value)
    read -r up rest </proc/uptime
    : "$rest"
    if [ "$(systemctl is-active "$DAEMON")" != active ]; then
        restarted=true
    elif [ "${again:-0}" -gt 0 ] && [ $((${up%%.*} - since / 1000000)) -lt $((MINUTES * 60)) ]; then
        restarted=true
    fi
fi
printf '{"bonds_on_gateway": %s, "bond_failures": %s, "daemon_restarted": %s, "resolves": %s}\n' \
    "$on_gateway" "$failures" "$restarted" "$resolves"
