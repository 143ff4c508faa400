# shellcheck shell=bash
# what: every bond asks the gateway alone whether it is alive, and the gateway does not answer the nodes for OUTAGE_SECONDS: all slaves down, every carrier up; WAIT=yes until it does
# profiles: incident-a
# heals: by itself when the gateway answers again, or heal; the cure is a second target

BONDING=/sys/class/net/bond0/bonding

uml_nodes() { hosts_table | awk '$3 == "uml" { print $1 }'; }

inject() {
    local name
    for name in $(uml_nodes); do
        host_inside "$name" sh -c "
            for target in \$(cat $BONDING/arp_ip_target); do [ \$target = 10.77.0.1 ] || echo -\$target >$BONDING/arp_ip_target; done
            grep -q . $BONDING/arp_ip_target || echo +10.77.0.1 >$BONDING/arp_ip_target" || return 1
    done
    gateway_deaf || return 1
    fault_background fault-bond-single-target deafness
    until_true 40 'the bonds to lose their slaves' bonds_down || return 1
    [ "${WAIT:-no}" = no ] || until_true $((OUTAGE_SECONDS + 60)) 'the bonds to have slaves again' bonds_up
}

deafness() {
    sleep "$OUTAGE_SECONDS"
    gateway_hears
}

# NAME=ACTIVE-SLAVE of every bond
bonds() {
    local name
    for name in $(uml_nodes); do echo "$name=$(host_inside "$name" cat $BONDING/active_slave)"; done
}

bonds_down() { ! bonds | grep -q 'vec'; }

probe() {
    local now
    now=$(bonds | paste -sd' ')
    if bonds | grep -q '=$'; then
        present "a bond has no active slave: $now"
    else
        absent "every bond has an active slave: $now"
    fi
}

heal() {
    gateway_hears
    until_true 30 'the bonds to have active slaves' bonds_up
}

bonds_up() { ! bonds | grep -q '=$'; }
