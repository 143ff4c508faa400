# shellcheck shell=bash
# what: systemd-networkd configures the node's link afresh and drops the rules and routes that others had added
# profiles: node
# heals: heal, or anybody who lets the CNI plugin add them again (systemctl restart lab-cni)

inject() {
    host_inside node1 networkctl reconfigure eth0 || return 1
    until_true 20 'rules or routes to be gone' rules_lost
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

heal() {
    host_inside node1 systemctl restart lab-cni
    until_true 20 'rules and routes' rules_back
}

rules_back() { ! rules_lost; }
