# shellcheck shell=bash
# The lab's network: a switch, an ops place and one namespace per host, all named lab-*. The machine's own
# network gets no address, no route and no link.

NET_SWITCH=lab-sw
NET_OPS=lab-ops
NET_OPS_ADDRESS=10.77.0.250

net_up() {
    ip netns add "$NET_SWITCH" && ip -n "$NET_SWITCH" link set lo up || return 1
    ip -n "$NET_SWITCH" link add br0 type bridge && ip -n "$NET_SWITCH" link set br0 up || return 1
    net_host ops "$NET_OPS_ADDRESS"
}

# One namespace with one cable to the switch. User-mode Linux stalls on large frames, so offloads are off.
net_host() {
    local name=$1 address=$2
    local space=lab-$name
    ip netns add "$space" || return 1
    ip -n "$space" link set lo up
    ip -n "$NET_SWITCH" link add "$name" type veth peer name eth0 netns "$space" || return 1
    ip -n "$NET_SWITCH" link set "$name" master br0 up
    ip -n "$space" addr add "$address/24" dev eth0 && ip -n "$space" link set eth0 up || return 1
    [ "$name" = gateway ] || ip -n "$space" route add default via 10.77.0.1
    nsenter --net="/run/netns/$space" ethtool -K eth0 tso off gso off gro off tx off >/dev/null 2>&1
    return 0
}

net_spaces() { ip netns list 2>/dev/null | awk '$1 ~ /^lab-/ { print $1 }'; }

net_down() {
    local space
    for space in $(net_spaces); do ip netns del "$space"; done
}

# Not `ip netns exec`, which hides /sys/fs/cgroup.
in_ops() { nsenter --net="/run/netns/$NET_OPS" "$@"; }

switch_port() { ip -n "$NET_SWITCH" link set "$1" "$2"; }

# The ports of a host on the switch: one cable, or four for a host with a bond.
switch_ports() { ip -n "$NET_SWITCH" -o link show | sed -n "s/^[0-9]*: \($1\(\.[0-3]\)\?\)[@:].*/\1/p"; }
