# shellcheck shell=bash
# what: the share /mnt/share of worker1 hangs: its client is stopped (HUNG=client) or its server is silent (HUNG=server); whoever touches it waits
# profiles: core
# heals: heal; with HUNG=client also whoever ends the client and mounts again

# Whoever serves the mount; mount(8) starts it by another name.
CLIENTS='pgrep -f "^(/sbin/mount.fuse.)?sshfs .*/mnt/share"'

server_silent() { host_inside extdns sh -c "$1"; }

inject() {
    if [ "${HUNG:-client}" = server ]; then
        server_silent "nft add table inet lab_share && nft add chain inet lab_share in '{ type filter hook input priority 0; }' &&
            nft add rule inet lab_share in ip saddr $(host_address worker1) tcp dport 22 drop"
    else
        host_inside worker1 sh -c "kill -STOP \$($CLIENTS)"
    fi
    until_true 20 'the share to hang' share_hangs
}

share_answers() { host_reads worker1 /mnt/share/README; }

share_hangs() { ! share_answers; }

probe() {
    if share_answers; then
        absent 'the share answers'
    elif server_silent 'nft list table inet lab_share' >/dev/null 2>&1; then
        present 'the server of the share takes no packet of worker1'
    else
        present "the share does not answer; states of its clients: $(client_states)"
    fi
}

client_states() {
    host_inside worker1 sh -c "for client in \$($CLIENTS); do sed -n 's/^State:\t//p' /proc/\$client/status; done" | paste -sd' '
}

heal() {
    server_silent 'nft delete table inet lab_share' 2>/dev/null
    host_inside worker1 sh -c "kill -CONT \$($CLIENTS)" 2>/dev/null
    until_true 10 'the share' share_answers && return 0
    host_inside worker1 sh -c "kill -KILL \$($CLIENTS); umount -l /mnt/share; umount -l /mnt/share; systemctl restart lab-share" 2>/dev/null
    until_true 30 'the share' share_answers
}
