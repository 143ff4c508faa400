# shellcheck shell=bash
# what: a store in a real container of worker1 blocks on its log: etcd, pipe, containerd-shim, FIFO, and the reader killed
# profiles: core
# heals: heal, or anybody who reads the shim's FIFO and attaches a reader again

ROOTFS=/srv/store-rootfs

inject() {
    host_inside worker1 sh -c "
        mkdir -p $ROOTFS/usr/bin $ROOTFS/proc $ROOTFS/sys $ROOTFS/dev $ROOTFS/tmp $ROOTFS/etc $ROOTFS/data
        cp /usr/bin/etcd $ROOTFS/usr/bin/
        for library in \$(ldd /usr/bin/etcd | grep -o '/lib[^ ]*'); do
            mkdir -p $ROOTFS\${library%/*} && cp -L \$library $ROOTFS\$library
        done
        rm -rf /srv/store-data; mkdir -p /srv/store-data
        systemctl reset-failed lab-store 2>/dev/null
        systemd-run --quiet --unit=lab-store --property=KillMode=process --property=StandardOutput=append:/var/log/lab-store.log \\
            --property=StandardError=append:/var/log/lab-store.log \\
            ctr run --net-host --mount type=bind,src=/srv/store-data,dst=/data,options=rbind:rw --rootfs $ROOTFS store \\
            /usr/bin/etcd --data-dir /data --logger zap --log-outputs stderr --log-level debug" || return 1
    until_true 20 'the contained store' contained_healthy || return 1
    host_inside worker1 sh -c 'kill -KILL $(systemctl show lab-store -p MainPID --value)'
    fill_both
    until_true 30 'the contained store to block' contained_frozen
}

contained_healthy() { host_inside worker1 curl -sfm 2 http://127.0.0.1:2379/health | grep -q '"true"'; }

# Debug messages fill the second pipe while it is asked.
contained_frozen() {
    host_inside worker1 sh -c 'for i in 1 2 3 4 5; do ETCDCTL_API=3 timeout 2 etcdctl --command-timeout=1s put noise "$i"; done' >/dev/null 2>&1
    pipe_blocked worker1 etcd && ! contained_healthy
}

# Two pipes in a row: from etcd to the shim, and from the shim to the reader that is gone.
fill_both() {
    local pipe
    for pipe in $(shim_pipes); do pipe_fill worker1 "$pipe"; done
}

shim_pipes() {
    host_inside worker1 sh -c '
        for shim in $(pgrep -f "containerd-shim.* -id store "); do
            for fd in /proc/$shim/fd/*; do
                case $(readlink "$fd") in */store-stderr) echo "$fd" ;; esac
            done
        done | head -n 1
        echo "/proc/$(pgrep -x etcd)/fd/2"'
}

probe() {
    if pipe_blocked worker1 etcd; then
        present 'the contained store of worker1 is blocked in a pipe write'
    else
        absent 'no contained store of worker1 is blocked'
    fi
}

heal() {
    host_inside worker1 sh -c "
        ctr task rm -f store; ctr container rm store
        systemctl stop lab-store; systemctl reset-failed lab-store
        for shim in \$(pgrep -f 'containerd-shim.* -id store '); do kill -KILL \$shim; done
        rm -rf /srv/store-data $ROOTFS" >/dev/null 2>&1
    ! host_inside worker1 pgrep -x etcd >/dev/null
}
