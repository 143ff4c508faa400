# shellcheck shell=bash
# Storage: a small Ceph on the host storage, its clients on the workers, and a file share that needs no Ceph.

role_storage() {
    ceph_conf "$2"
    printf '[global]\npublic_addr = %s\n' "$(host_address "$1")" >>"$2/etc/ceph/ceph.conf"
    printf 'ADDRESS=%s\nSESSION_TIMEOUT=%s\nSESSION_AUTOCLOSE=%s\n' "$(host_address "$1")" "$SESSION_TIMEOUT" "$SESSION_AUTOCLOSE" >"$2/etc/lab/ceph.env"
    host_install "$2" lab-ceph lab-ceph.service
    host_enable "$2" lab-ceph.service
}

# The same file for the servers and all clients of one lab.
ceph_conf() {
    local address
    address=$(host_address storage)
    [ -e "$LAB_RUN/fsid" ] || cat /proc/sys/kernel/random/uuid >"$LAB_RUN/fsid"
    cat >"$1/etc/ceph/ceph.conf" <<EOF
[global]
fsid = $(cat "$LAB_RUN/fsid")
mon_initial_members = a
mon_host = [v2:$address:3300,v1:$address:6789]
auth_cluster_required = none
auth_service_required = none
auth_client_required = none
osd_pool_default_size = 1
osd_pool_default_min_size = 1
osd_pool_default_pg_autoscale_mode = off
osd_crush_chooseleaf_type = 0
osd_objectstore = memstore
memstore_device_bytes = 536870912
mon_allow_pool_size_one = true
mon_warn_on_pool_no_redundancy = false
mon_data_avail_warn = 1
mon_data_avail_crit = 1
log_to_file = true
[client]
client_reconnect_stale = false
EOF
}

# A worker mounts by the kernel where it has a kernel of its own, else by FUSE.
storage_client() {
    local name=$1 root=$2
    ceph_conf "$root"
    mkdir -p "$root/mnt/data"
    if [ "$(host_kind "$name")" = uml ]; then
        echo "$(host_address storage):6789:/ /mnt/data ceph name=admin,noauto,_netdev 0 0" >>"$root/etc/fstab"
    else
        echo 'none /mnt/data fuse.ceph ceph.id=admin,noauto,_netdev,defaults 0 0' >>"$root/etc/fstab"
    fi
    host_install "$root" lab-mount-data lab-data.service lab-writer lab-writer.service
    host_enable "$root" lab-data.service lab-writer.service
}

# Can a host read this file within 4 s? Whoever waits for a dead mount may not be killable, so the one who looks is left
# behind, and goes when the mount does.
host_reads() {
    host_inside "$1" sh -c '
        cat "$0" >/dev/null 2>&1 &
        look=$!
        for round in $(seq 40); do
            if ! grep -q "^State:.[^Z]" "/proc/$look/status"; then wait "$look"; exit; fi
            sleep 0.1
        done
        exit 124' "$2" >/dev/null 2>&1
}

data_mounted() { host_reads "$1" "/mnt/data/$1"; }

share_server() {
    local root=$1
    mkdir -p "$root/srv/share"
    echo 'shared' >"$root/srv/share/README"
    [ -e "$LAB_RUN/share_key" ] || ssh-keygen -q -t ed25519 -N '' -C lab-share -f "$LAB_RUN/share_key" </dev/null
    cat "$LAB_RUN/share_key.pub" >>"$root/root/.ssh/authorized_keys"
}

share_client() {
    [ -e "$LAB_RUN/share_key" ] || ssh-keygen -q -t ed25519 -N '' -C lab-share -f "$LAB_RUN/share_key" </dev/null
    install -m 600 "$LAB_RUN/share_key" "$1/etc/lab/share_key"
    mkdir -p "$1/mnt/share"
    printf 'root@%s:/srv/share /mnt/share fuse.sshfs noauto,_netdev,IdentityFile=/etc/lab/share_key,StrictHostKeyChecking=no,UserKnownHostsFile=/dev/null,BatchMode=yes,reconnect,ServerAliveInterval=5 0 0\n' \
        "$(host_address extdns)" >>"$1/etc/fstab"
    host_install "$1" lab-share.service
    host_enable "$1" lab-share.service
}
