# shellcheck shell=bash
# what: the metadata server evicted and blocklisted the storage client of ON (worker1); its mount is dead for good; EVICT=silence waits until the server does it by itself
# profiles: core incident-a
# heals: heal, or anybody who unmounts and mounts afresh
# needs: storage (WITH_STORAGE=yes for the profile core)

client() { echo "${ON:-worker1}"; }

in_storage() { host_inside storage timeout 20 "$@"; }

# Sessions of this host that the metadata server holds open.
sessions() {
    in_storage ceph tell mds.0 client ls 2>/dev/null |
        jq -r --arg host "$(client)" '.[] | select(.client_metadata.hostname == $host) | .id'
}

blocklisted() { in_storage ceph osd blocklist ls 2>/dev/null | grep "^$(host_address "$(client)"):"; }

inject() {
    local id
    if [ -z "$(hosts_of_role storage)" ]; then
        warn 'this lab has no storage; bring it up with WITH_STORAGE=yes'
        return 1
    fi
    if [ "${EVICT:-now}" = silence ]; then
        switch_mute "$(client)"
        until_true $((SESSION_AUTOCLOSE + 60)) 'the server to evict the silent client' blocklisted
        switch_unmute "$(client)"
    else
        for id in $(sessions); do in_storage ceph tell mds.0 client evict "id=$id" >/dev/null 2>&1 || return 1; done
    fi
    until_true 30 'the mount to be dead' mount_dead
}

mount_dead() { ! data_mounted "$(client)"; }

probe() {
    if [ -n "$(sessions)" ]; then
        absent "the server has a session of $(client)"
    else
        present "no session of $(client); blocklisted: $(blocklisted | paste -sd' ' | cut -c1-160)"
    fi
}

heal() {
    switch_unmute "$(client)"
    data_mounted "$(client)" >/dev/null && return 0
    host_inside "$(client)" sh -c '
        systemctl stop lab-writer
        umount -l /mnt/data
        for client in $(pidof ceph-fuse); do kill -KILL "$client"; done
        systemctl restart lab-data
        systemctl start lab-writer' 2>/dev/null
    until_true 60 "the data mount of $(client)" data_mounted "$(client)"
}
