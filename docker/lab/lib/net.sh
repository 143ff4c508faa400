# shellcheck shell=bash
# The lab's network: a switch, an ops place and one namespace per host, all named after the lab (lab-*). The machine's own
# network gets no address, no route and no link.

NET_SWITCH=$LAB_NAME-sw
NET_OPS=$LAB_NAME-ops
NET_OPS_ADDRESS=10.77.0.250

net_up() {
    ip netns add "$NET_SWITCH" && ip -n "$NET_SWITCH" link set lo up || return 1
    ip -n "$NET_SWITCH" link add br0 type bridge && ip -n "$NET_SWITCH" link set br0 up || return 1
    net_host ops "$NET_OPS_ADDRESS"
}

# One namespace with one cable to the switch. User-mode Linux stalls on large frames, so offloads are off.
net_host() {
    local name=$1 address=$2
    local space=$LAB_NAME-$name
    ip netns add "$space" || return 1
    ip -n "$space" link set lo up
    ip -n "$NET_SWITCH" link add "$name" type veth peer name eth0 netns "$space" || return 1
    ip -n "$NET_SWITCH" link set "$name" master br0 up
    ip -n "$space" addr add "$address/24" dev eth0 && ip -n "$space" link set eth0 up || return 1
    [ "$name" = gateway ] || ip -n "$space" route add default via 10.77.0.1
    nsenter --net="/run/netns/$space" ethtool -K eth0 tso off gso off gro off tx off >/dev/null 2>&1
    return 0
}

# A namespace outlives its host; what the host had set there does not outlive its power.
net_reset() {
    local space=$LAB_NAME-$1 link
    for link in $(ip -n "$space" -o link show | sed -n 's/^[0-9]*: \([^@:]*\).*/\1/p' | grep -vx -e lo -e eth0); do
        ip -n "$space" link del "$link" 2>/dev/null
    done
    ip -n "$space" rule flush
    ip -n "$space" rule add lookup main priority 32766
    ip -n "$space" rule add lookup default priority 32767
    ip -n "$space" addr flush dev eth0
    ip -n "$space" addr add "$2/24" dev eth0
    [ "$1" = gateway ] || ip -n "$space" route add default via 10.77.0.1
    nsenter --net="/run/netns/$space" chroot "$(root_dir)" nft flush ruleset
}

net_spaces() { ip netns list 2>/dev/null | awk -v begins="$LAB_NAME-" 'index($1, begins) == 1 { print $1 }'; }

net_down() {
    local space
    for space in $(net_spaces); do ip netns del "$space"; done
}

# Not `ip netns exec`, which hides /sys/fs/cgroup.
in_ops() { nsenter --net="/run/netns/$NET_OPS" "$@"; }

# switch_port HOST|br0 up|down
switch_port() {
    local port
    if [ "$1" = br0 ]; then
        ip -n "$NET_SWITCH" link set br0 "$2"
        return
    fi
    for port in $(switch_ports "$1"); do ip -n "$NET_SWITCH" link set "$port" "$2" || return 1; done
}

# A muted port passes no frame, while both ends of its cable have carrier.
switch_mute() { switch_state "$1" 0; }
switch_unmute() { switch_state "$1" 3; }

switch_state() {
    local port
    for port in $(switch_ports "$1"); do bridge -n "$NET_SWITCH" link set dev "$port" state "$2" || return 1; done
}

# The ports of a host on the switch: one cable, or four for a host with a bond.
switch_ports() { ip -n "$NET_SWITCH" -o link show | sed -n "s/^[0-9]*: \($1\(\.[0-3]\)\?\)[@:].*/\1/p"; }

# Runs a program of the root image where the switches are, so that no host sees a trace of it.
in_switch() { nsenter --net="/run/netns/$NET_SWITCH" chroot "$(root_dir)" "$@"; }

# The ports behind which the nodes are: their own, and the trunk from the second switch.
node_ports() {
    local name
    for name in $(hosts_table | awk '$5 ~ /(^|,)nodes(,|$)/ { print $1 }'); do switch_ports "$name"; done
    ! ip -n "$NET_SWITCH" link show trunkA >/dev/null 2>&1 || echo trunkA
}

# The gateway gets nothing from the nodes any more; everybody else reaches it.
gateway_deaf() {
    gateway_hears
    in_switch nft "
        add table bridge lab_deaf
        add chain bridge lab_deaf passing { type filter hook forward priority 0; }
        add rule bridge lab_deaf passing oifname gateway iifname { $(node_ports | paste -sd,) } drop"
}

gateway_hears() { in_switch nft delete table bridge lab_deaf 2>/dev/null; }

gateway_is_deaf() { in_switch nft list table bridge lab_deaf >/dev/null 2>&1; }
