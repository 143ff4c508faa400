#!/bin/sh
# Does an address answer this host? Tries ARP, ICMP and a TCP handshake; the first answer is enough.
# environment: TARGET  IPv4 or IPv6 address · TCP_PORT  port for the handshake (22)
# Prints JSON: target, interface, carrier (1, 0, or -1 unknown), active_slave ("" unless a bond has one),
# answers (true or false), by (arp, icmp, tcp or none). Exit 2 and no JSON when it had no means to ask.
set -u
: "${TARGET:?TARGET is the address to ask}"
TCP_PORT=${TCP_PORT:-22}

# An answer is only missing when something was really sent: the tools say how much.
sent() { printf '%s\n' "$1" | grep -qE 'Sent [0-9]|transmitted'; }

# 0: answered · 1: no answer · 2: could not ask
by_arp() {
    command -v arping >/dev/null 2>&1 && [ -n "$dev" ] && [ "$dev" != lo ] || return 2
    said=$(arping -c 3 -w 3 -I "$dev" "$TARGET" 2>&1) && return 0
    sent "$said" && return 1
    return 2
}

by_icmp() {
    command -v ping >/dev/null 2>&1 || return 2
    said=$(ping -c 1 -W 1 "$TARGET" 2>&1) && return 0
    sent "$said" && return 1
    return 2
}

# Refused is an answer as well: only a living host refuses.
by_tcp() {
    perl -MSocket -MErrno=ECONNREFUSED -e '
        my ($address, $port) = @ARGV;
        my $six = $address =~ /:/;
        my $family = $six ? AF_INET6 : AF_INET;
        my $packed = Socket::inet_pton($family, $address) or exit 2;
        my $to = $six ? Socket::sockaddr_in6($port, $packed) : sockaddr_in($port, $packed);
        socket(my $s, $family, SOCK_STREAM, 0) or exit 2;
        $SIG{ALRM} = sub { exit 1 };
        alarm 3;
        exit(connect($s, $to) || $! == ECONNREFUSED ? 0 : 1);
    ' "$TARGET" "$TCP_PORT" 2>/dev/null
}

dev=$(ip route get "$TARGET" 2>/dev/null | sed -n 's/.* dev \([^ ]*\).*/\1/p' | head -n 1)
carrier=-1
slave=''
if [ -n "$dev" ] && [ -e "/sys/class/net/$dev" ]; then
    carrier=$(cat "/sys/class/net/$dev/carrier" 2>/dev/null) || carrier=-1
    slave=$(cat "/sys/class/net/$dev/bonding/active_slave" 2>/dev/null) || slave=''
fi

asked=no
for way in arp icmp tcp; do
    "by_$way"
    case $? in
    0)
        printf '{"target":"%s","interface":"%s","carrier":%s,"active_slave":"%s","answers":true,"by":"%s"}\n' \
            "$TARGET" "$dev" "$carrier" "$slave" "$way"
        exit 0
        ;;
    1) asked=yes ;;
    esac
done
if [ "$asked" = no ]; then
    echo "neither arping nor ping nor perl could ask $TARGET from here, so nothing is known" >&2
    exit 2
fi
printf '{"target":"%s","interface":"%s","carrier":%s,"active_slave":"%s","answers":false,"by":"none"}\n' \
    "$TARGET" "$dev" "$carrier" "$slave"
