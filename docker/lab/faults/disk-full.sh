# shellcheck shell=bash
# what: the state store's own file system is full on ON (cp1): a forgotten dump took the last byte
# profiles: core incident-a
# heals: heal, or anybody who makes room

DUMP=/var/lib/lab-etcd/data/etcd-heap.dump

full_one() { echo "${ON:-cp1}"; }

# dd writes until there is nothing left, first in large pieces, then in small ones.
inject() {
    host_inside "$(full_one)" sh -c "
        dd if=/dev/zero of=$DUMP bs=1M
        dd if=/dev/zero of=$DUMP bs=1k oflag=append conv=notrunc
        sync -f $DUMP" 2>/dev/null
    [ "$(free_blocks)" -lt 16 ]
}

free_blocks() { host_inside "$(full_one)" stat -f -c %a /var/lib/lab-etcd; }

probe() {
    local free
    free=$(free_blocks)
    [ -n "$free" ] || die "$(full_one) cannot be looked at, so nobody knows how full its disk is."
    if [ "$free" -lt 256 ]; then
        present "$free blocks are free on the store's disk of $(full_one)"
    else
        absent "$free blocks are free on the store's disk of $(full_one)"
    fi
}

# A store that could not write has ended; its daemon starts it again once it is restarted.
heal() {
    host_inside "$(full_one)" rm -f "$DUMP"
    [ "$(free_blocks)" -gt 256 ] || return 1
    if ! store_member_healthy "$(full_one)"; then
        host_inside "$(full_one)" sh -c 'ETCDCTL_API=3 etcdctl alarm disarm; ctld-killall.sh; systemctl restart ctld' >/dev/null 2>&1
    fi
    until_true 60 'the state store' store_healthy && until_true 60 'the control daemons' control_ready
}
