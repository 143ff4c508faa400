# shellcheck shell=bash
# What each host is for: files laid into its root before it starts. Arguments: NAME ROOT FOLDER.

REGISTRY_NAME=registry.lab.example
RESOLVER_VIP=10.77.0.53

# The LAN's resolver. It begins with the outer resolver, and `up` points it to the one in the cluster.
role_gateway() {
    dnsmasq_conf "$2" "$(host_address "$1")" 'cache-size=0' 'server=10.77.0.60'
    echo '4.2.1' >"$2/etc/firmware-version"
    host_install "$2" lab-cgroups lab-cgroups.service
    host_enable "$2" dnsmasq.service lab-cgroups.service
}

role_extdns() {
    dnsmasq_conf "$2" "$(host_address "$1")" 'local=/example/' \
        "host-record=$REGISTRY_NAME,$(host_address registry)" 'host-record=www.example,10.77.0.99'
    host_install "$2" lab-pager pager.socket pager@.service deadman deadman.service deadman.timer
    host_enable "$2" dnsmasq.service pager.socket deadman.timer
    time_server "$2"
    share_server "$2"
}

dnsmasq_conf() {
    local root=$1 address=$2
    shift 2
    printf '%s\n' no-resolv no-hosts bind-interfaces "listen-address=$address" log-queries "$@" >"$root/etc/dnsmasq.d/lab.conf"
}

role_registry() {
    sed -i "s/addr: .*/addr: $(host_address "$1"):5000/" "$2/etc/docker/registry/config.yml"
    host_enable "$2" docker-registry.service
}

# A member of the state store and the daemon that needs it. The store's data has a file system of its own. Its logger is
# zap: with the older one etcd 3.4.23 ends with a nil pointer when a read fails after a freeze.
role_control() {
    local name=$1 root=$2 dir=$3 address
    address=$(host_address "$name")
    cat >"$root/etc/lab/etcd.env" <<EOF
ETCD_ARGS="--name $name --data-dir /var/lib/lab-etcd/data --heartbeat-interval $STORE_HEARTBEAT_MS --election-timeout $STORE_ELECTION_MS \
--logger zap --log-outputs stderr --log-level $STORE_LOG --listen-client-urls http://$address:2379,http://127.0.0.1:2379 --advertise-client-urls http://$address:2379 \
--listen-peer-urls http://$address:2380 --initial-advertise-peer-urls http://$address:2380 \
--initial-cluster $(store_members) --initial-cluster-state new"
LAB_PIPE_BYTES=$PIPE_BYTES
EOF
    printf 'CTLD_GRACE=%s\nCTLD_TTL=%s\nCTLD_TRIES=%s\n' "$CTLD_GRACE" "$CTLD_TTL" "$CTLD_TRIES" >"$root/etc/lab/ctld.env"
    host_install "$root" ctld lab-shim lab-runtime ctld-killall.sh ctld.service
    host_enable "$root" ctld.service
    store_disk "$name" "$dir"
}

store_members() {
    hosts_table | awk '$4 == "control" { printf "%s%s=http://%s:2380", comma, $1, $2; comma = "," }'
}

# A container gets it mounted; a host with a kernel of its own gets the disk.
store_disk() {
    local name=$1 dir=$2
    truncate -s "${STORE_DISK_MIB}M" "$dir/store.ext4"
    mkfs.ext4 -q -F -O ^has_journal -E root_owner=0:0 "$dir/store.ext4" || return 1
    mkdir -p "$(host_root "$name")/var/lib/lab-etcd"
    [ "$(host_kind "$name")" = nspawn ] || return 0
    mkdir -p "$dir/store"
    mount -o loop "$dir/store.ext4" "$dir/store" || return 1
    host_bind "$name" "$dir/store" /var/lib/lab-etcd
}

# Containers need a real file system below: an overlay on an overlay is refused.
role_worker() {
    local name=$1 root=$2 dir=$3
    printf '%s\n' "VIP_IMAGE=$REGISTRY_NAME:5000/infra/resolver:1" "VIP=$RESOLVER_VIP" "VIP_DEVICE=$(host_device "$name")" \
        "VIP_BACKOFF_MAX=$VIP_BACKOFF_MAX" "SNAPSHOTTER=$(host_snapshotter "$name")" >"$root/etc/lab/vip.env"
    host_install "$root" lab-cgroups lab-cgroups.service alertd alertd.service
    host_enable "$root" lab-cgroups.service alertd.service
    host_bind "$name" "$dir/containerd" /var/lib/containerd
    [ "$name" != worker1 ] || {
        host_install "$root" vip-agent vip-agent.service
        host_enable "$root" containerd.service vip-agent.service
    }
    echo '/dev/fuse /dev/fuse' >>"$dir/binds"
    [ "$(host_kind "$name")" = uml ] || share_client "$root"
    [ -z "$(hosts_of_role storage)" ] || storage_client "$name" "$root"
}

host_device() { [ "$(host_kind "$1")" = uml ] && echo bond0 || echo eth0; }
host_snapshotter() { [ "$(host_kind "$1")" = uml ] && echo native || echo overlayfs; }
