# shellcheck shell=bash
# Incident B: a node with a pod behind NAT, and a managed database outside of it.

POD_ADDRESS=10.80.1.5

role_router() { dnsmasq_conf "$2" "$(host_address "$1")" 'host-record=www.example,10.77.0.99'; host_enable "$2" dnsmasq.service; }

role_outside() { dnsmasq_conf "$2" "$(host_address "$1")" 'host-record=www.example,10.77.0.99'; host_enable "$2" dnsmasq.service; }

role_database() {
    host_install "$2" lab-database lab-certificate lab-database.service
    host_enable "$2" lab-database.service
}

role_replica() {
    echo "PRIMARY=$(host_address rds)" >"$2/etc/lab/replica.env"
    host_install "$2" lab-replica lab-replica.service
    host_enable "$2" lab-replica.service
}

replica_streams() {
    [ "$(host_inside "$1" runuser -u postgres -- psql -XAtqc "select status from pg_stat_wal_receiver" 2>/dev/null)" = streaming ]
}

# The address comes from systemd-networkd, as on a cloud node; rules and routes of the pod come from behind its back.
role_node() {
    local name=$1 root=$2
    printf '[Match]\nName=eth0\n\n[Network]\nAddress=%s/24\nGateway=10.77.0.1\nLinkLocalAddressing=no\nIPv6AcceptRA=no\n' \
        "$(host_address "$name")" >"$root/etc/systemd/network/10-eth0.network"
    printf 'POD=%s\nDATABASE=%s\nNODE=%s\nNAT=%s\n' "$POD_ADDRESS" "$(host_address rds)" "$(host_address "$name")" "$NAT_MODE" >"$root/etc/lab/pod.env"
    # its owner says that tests may be held on it
    mkdir -p "$root/etc/blackstart" && : >"$root/etc/blackstart/test-node"
    # as Debian; Ubuntu's default restarts
    printf '%s\n' '$nrconf{restart} = "i";' >"$root/etc/needrestart/conf.d/50-lab.conf"
    host_install "$root" lab-cgroups lab-cgroups.service lab-cni lab-cni.service pod-app pod-app.service
    host_enable "$root" lab-cgroups.service systemd-networkd.service lab-cni.service pod-app.service
}

# What the pod last saw of its one long-lived connection: "ok TIME", "hung TIME" or "lost TIME".
pod_state() { cat "$(host_root "$1")/var/lib/pod-app/state" 2>/dev/null; }

pod_works() { case $(pod_state "$1") in ok\ *) return 0 ;; *) return 1 ;; esac; }

# systemd-networkd 252 in a container on newer kernels sometimes cannot read or set what it wants and gives up ("No buffer
# space available", "Numerical result out of range"). That is not the fault meant, so it is tried again.
node_networkd_runs() {
    until_true 30 'systemd-networkd of node1' node_networkd_again && node_address_again
}

node_networkd_again() {
    host_inside node1 sh -c 'systemctl is-active --quiet systemd-networkd || { systemctl reset-failed systemd-networkd; systemctl restart systemd-networkd; }'
}

# The address as it was at the start, if systemd-networkd took it away and could not set it.
node_address_again() {
    local space=$LAB_NAME-node1
    ip -n "$space" -4 addr show eth0 | grep -q "$(host_address node1)/" || ip -n "$space" addr add "$(host_address node1)/24" dev eth0
    ip -n "$space" route show 10.77.0.0/24 | grep -q . || ip -n "$space" route add 10.77.0.0/24 dev eth0
    ip -n "$space" route show default | grep -q . || ip -n "$space" route add default via 10.77.0.1
}

# What a good day looks like, for the runbooks that measure against one.
node_good_day() {
    cp "$LAB_HERE/../../runbooks/node-network-state/scripts/save.sh" "$(host_root "$1")/etc/lab/good-network.sh"
    host_inside "$1" sh /etc/lab/good-network.sh >/dev/null
}
