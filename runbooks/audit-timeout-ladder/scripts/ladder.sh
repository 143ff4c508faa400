#!/bin/sh
# After how many seconds without network does this host give something up? Changes nothing.
# environment: SYS (/sys/class/net), SYSCTL (/proc/sys), STORE_PROCESS (etcd)
# Prints JSON, in seconds, 0 where it is not there: bond (the last slave is dropped), election (the state store looks
# for another leader), tcp (an unacknowledged connection is given up), keepalive (a silent one is), storage (a kernel
# mount of CephFS may be cut off by its server).
set -u
export LC_ALL=C
SYS=${SYS:-/sys/class/net} SYSCTL=${SYSCTL:-/proc/sys} STORE_PROCESS=${STORE_PROCESS:-etcd}

bond=0
for folder in "$SYS"/*/bonding; do
    [ -r "$folder/arp_interval" ] || continue
    read -r interval <"$folder/arp_interval"
    [ "$interval" -gt 0 ] || continue
    name=${folder%/bonding}
    misses=$(ip -d link show "${name##*/}" 2>/dev/null | sed -n 's/.*arp_missed_max \([0-9]*\).*/\1/p')
    # two misses for the active one, one more for the others
    seconds=$(((interval * (${misses:-2} + 1) + 999) / 1000))
    if [ "$bond" -eq 0 ] || [ "$seconds" -lt "$bond" ]; then bond=$seconds; fi
done

election=0
for process in /proc/[0-9]*; do
    [ "$(cat "$process/comm" 2>/dev/null)" = "$STORE_PROCESS" ] || continue
    ms=$(tr '\0' '\n' <"$process/cmdline" 2>/dev/null | sed -n 's/^--*election-timeout[= ]*\([0-9]*\)$/\1/p')
    election=$(((${ms:-1000} + 999) / 1000))
    break
done

# The first wait is 0.2 s and doubles up to 120 s.
retries=$(cat "$SYSCTL/net/ipv4/tcp_retries2" 2>/dev/null)
tcp=$(awk -v n="${retries:-15}" 'BEGIN { wait = 0.2; for (i = 0; i <= n; i++) { sum += wait; wait *= 2; if (wait > 120) wait = 120 } printf "%d", sum }')
idle=$(cat "$SYSCTL/net/ipv4/tcp_keepalive_time" 2>/dev/null)
between=$(cat "$SYSCTL/net/ipv4/tcp_keepalive_intvl" 2>/dev/null)
probes=$(cat "$SYSCTL/net/ipv4/tcp_keepalive_probes" 2>/dev/null)
keepalive=$((${idle:-7200} + ${between:-75} * ${probes:-9}))

storage=0
if grep -qE ' (ceph|fuse\.ceph[^ ]*) ' /proc/self/mounts; then
    # the server's own default; it can be set there only
    storage=300
fi
printf '{"bond": %s, "election": %s, "tcp": %s, "keepalive": %s, "storage": %s}\n' \
    "$bond" "$election" "$tcp" "$keepalive" "$storage"
