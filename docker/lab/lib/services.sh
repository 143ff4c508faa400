# shellcheck shell=bash
# How the services of the lab are asked and set from outside.

store_healthy() {
    local name
    for name in $(hosts_of_role control); do store_member_healthy "$name" || return 1; done
}

store_member_healthy() {
    host_inside "$1" curl -sfm 3 http://127.0.0.1:2379/health | grep -q '"true"'
}

# asked from the host outside the cluster
resolver_answers() { host_inside extdns dig +short +time=1 +tries=1 "@$1" www.example | grep -q 10.77.0.99; }

# Where the LAN's resolver asks; dnsmasq re-reads its configuration only by a restart.
gateway_upstream() {
    host_inside gateway sh -c "sed -i 's/^server=.*/server=$1/' /etc/dnsmasq.d/lab.conf && systemctl restart dnsmasq"
}

# The daemon runs its container runtime only while it is ready.
control_ready() {
    local name
    for name in $(hosts_of_role control); do control_ready_on "$name" || return 1; done
}

control_ready_on() { host_inside "$1" sh -c 'kill -0 "$(cat /run/ctld/runtime.pid)"' 2>/dev/null; }

# Has every daemon run for so many seconds? Counted by the clock of its own host.
control_settled() {
    local name
    for name in $(hosts_of_role control); do
        host_inside "$name" sh -c '
            since=$(systemctl show ctld -p ActiveEnterTimestampMonotonic --value)
            [ "$since" -gt 0 ] && [ $(($(cut -d. -f1 /proc/uptime) - since / 1000000)) -ge "$0" ]' "$1" || return 1
    done
}

control_restarts() { host_inside "$1" systemctl show ctld -p NRestarts --value; }

# Breaks the deadlock of names if there is one: the gateway asks outside until the resolver in the cluster is back.
resolver_again() {
    if ! resolver_answers "$RESOLVER_VIP"; then
        gateway_upstream "$(host_address extdns)"
        until_true 90 'the in-cluster resolver' resolver_answers "$RESOLVER_VIP" || return 1
    fi
    gateway_upstream "$RESOLVER_VIP"
    until_true 20 'names through the gateway' resolver_answers 10.77.0.1
}
