# shellcheck shell=bash
# what: systemd-networkd configures the node's link afresh and drops the rules and routes that others had added
# profiles: node
# heals: heal, or anybody who lets the CNI plugin add them again (systemctl restart lab-cni)

inject() {
    node_networkd_runs || return 1
    host_inside node1 networkctl reconfigure eth0 || return 1
    until_true 20 'rules or routes to be gone' rules_lost || return 1
    sleep 1
    node_address_again
}

foreign() {
    host_inside node1 sh -c 'echo "$(ip rule show priority 1536 | grep -c .) $(ip rule show priority 1024 | grep -c .) $(ip route show table 2 | grep -c "dev eth0") $(ip route show 198.51.100.0/24 | grep -c .)"' 2>/dev/null
}

rules_lost() { [ "$(foreign)" != '1 1 2 1' ]; }

probe() {
    local now
    now=$(foreign)
    if rules_lost; then
        present "pod rule, mark rule, routes in table 2, static route: $now instead of 1 1 2 1"
    else
        absent 'the pod has its rules and routes'
    fi
}

heal() { until_true 30 'rules and routes' rules_again; }

# systemd-networkd may still be at work, and takes away what came too early.
rules_again() {
    node_address_again
    host_inside node1 systemctl restart lab-cni
    sleep 0.3
    ! rules_lost
}
