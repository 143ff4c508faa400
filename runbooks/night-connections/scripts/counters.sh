#!/bin/sh
# What does connection tracking on this host say, and how much does it grow in SECONDS? Changes nothing.
# environment: SECONDS_LONG (5), UNIT (systemd-networkd)
# Prints JSON: count, max, invalid, dropped (both: more than SECONDS_LONG ago), resets (sent meanwhile), loose,
# unit_up_seconds (since UNIT was started, -1: it is not active).
set -u
export LC_ALL=C
SECONDS_LONG=${SECONDS_LONG:-5} UNIT=${UNIT:-systemd-networkd}
NF=/proc/sys/net/netfilter

[ -r "$NF/nf_conntrack_count" ] || {
    echo "connection tracking is not in use here, so nothing is known" >&2
    exit 4
}
# invalid, and drop + early_drop + insert_failed, of all processors; the kernel writes them as hexadecimal numbers
sums() {
    if command -v conntrack >/dev/null 2>&1; then
        conntrack -S 2>/dev/null | tr ' ' '\n' | awk -F= '
            $1 == "invalid" { i += $2 }
            $1 == "drop" || $1 == "early_drop" || $1 == "insert_failed" { d += $2 }
            END { printf "%d %d\n", i, d }'
    else
        # shellcheck disable=SC2016
        perl -lane '
            if ($. == 1) { @name = @F; next }
            for (0 .. $#F) { $i += hex $F[$_] if $name[$_] eq "invalid"; $d += hex $F[$_] if $name[$_] =~ /^(drop|early_drop|insert_failed)$/ }
            END { printf "%d %d\n", $i, $d }' /proc/net/stat/nf_conntrack
    fi
}
resets() { awk '/^Tcp:/ { if (n++) print $15 }' /proc/net/snmp; }

before=$(sums) resets_before=$(resets)
sleep "$SECONDS_LONG"
after=$(sums) resets_after=$(resets)

up=-1
since=$(systemctl show "$UNIT" -p ActiveEnterTimestampMonotonic --value 2>/dev/null)
case $since in '' | 0 | *[!0-9]*) ;; *)
    read -r now rest </proc/uptime
    : "$rest"
    up=$((${now%%.*} - since / 1000000))
    ;;
esac
loose=$(cat "$NF/nf_conntrack_tcp_loose" 2>/dev/null)
printf '{"count": %s, "max": %s, "invalid": %s, "dropped": %s, "resets": %s, "loose": %s, "unit_up_seconds": %s}\n' \
    "$(cat "$NF/nf_conntrack_count")" "$(cat "$NF/nf_conntrack_max")" \
    "$((${after% *} - ${before% *}))" "$((${after#* } - ${before#* }))" \
    "$((resets_after - resets_before))" "${loose:-1}" "$up"
