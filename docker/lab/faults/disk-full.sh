# shellcheck shell=bash
# what: the state store's own file system is full on ON (cp1): a forgotten dump took the last byte
# profiles: core incident-a
# heals: heal, or anybody who makes room

DUMP=data/etcd-heap.dump

disk() { printf '%s/store\n' "$(host_dir "${ON:-cp1}")"; }

# What root may still use counts, too: dd writes until there is nothing.
inject() {
    dd if=/dev/zero of="$(disk)/$DUMP" bs=1M >/dev/null 2>&1
    dd if=/dev/zero of="$(disk)/$DUMP" bs=4k oflag=append conv=notrunc >/dev/null 2>&1
    sync -f "$(disk)"
    [ "$(free_blocks)" = 0 ]
}

free_blocks() { stat -f -c %f "$(disk)"; }

probe() {
    if [ "$(free_blocks)" -lt 256 ]; then
        present "$(free_blocks) blocks are free on the store's disk of ${ON:-cp1}"
    else
        absent "$(free_blocks) blocks are free on the store's disk of ${ON:-cp1}"
    fi
}

# A store that could not write has ended; its daemon starts it again once it is restarted.
heal() {
    rm -f "$(disk)/$DUMP"
    until_true 10 'room on the disk' [ "$(free_blocks)" -gt 256 ] || return 1
    if ! store_member_healthy "${ON:-cp1}"; then
        host_inside "${ON:-cp1}" sh -c 'ETCDCTL_API=3 etcdctl alarm disarm; ctld-killall.sh; systemctl restart ctld' >/dev/null 2>&1
    fi
    until_true 60 'the state store' store_healthy && until_true 60 'the control daemons' control_ready
}
