# shellcheck shell=bash
# what: the state store's log pipe loses its reader and fills up, so the store blocks in a write; ON=cp1 for one member, all if not given
# profiles: core incident-a
# heals: heal, or anybody who drains the pipe and gives it a reader again

PIPE=/run/ctld/etcd.log.fifo

# The reader is the runtime that the control daemon started; it dies as containerd does with its daemon. Then the members
# lose sight of each other until they have elections to write about: the raft loop itself blocks, as in the incident.
inject() {
    local name round
    for name in $(members); do
        host_inside "$name" sh -c 'kill -KILL "$(cat /run/ctld/runtime.pid)"; true' 2>/dev/null
    done
    for round in 1 2 3 4; do
        for name in $(members); do pipe_fill "$name" "$PIPE" || return 1; done
        for name in $(members); do switch_mute "$name"; done
        sleep $((STORE_ELECTION_MS * 2 / 1000 + round))
        for name in $(members); do switch_unmute "$name"; done
        sleep 1
        if frozen; then return 0; fi
    done
    warn "not every member froze in $round rounds"
    return 1
}

frozen() {
    local name
    for name in $(members); do
        pipe_blocked "$name" etcd || return 1
        ! store_member_healthy "$name" || return 1
    done
}

probe() {
    local name blocked=
    for name in $(hosts_of_role control); do
        ! pipe_blocked "$name" etcd || blocked="$blocked $name"
    done
    if [ -n "$blocked" ]; then
        present "blocked in a pipe write:$blocked"
    else
        absent 'no thread of the store is in a pipe write'
    fi
}

# A reader for the time until the daemon has come up and brings its own; a store that has ended is started by it, too.
heal() {
    local name
    for name in $(members); do
        switch_unmute "$name"
        host_inside "$name" systemctl stop lab-heal-drain 2>/dev/null
        host_inside "$name" systemd-run --quiet --collect --unit=lab-heal-drain \
            sh -c "exec cat $PIPE >>/var/log/pods/etcd.log"
        host_inside "$name" systemctl restart ctld
    done
    until_true 60 'the state store' store_healthy && until_true 60 'the control daemons' control_ready || return 1
    for name in $(members); do
        host_inside "$name" systemctl stop lab-heal-drain
        end_other_readers "$name"
        pipe_grow "$name" "$PIPE"
    done
}

# A drain that somebody started and left would take half of the lines from the daemon's own reader.
# shellcheck disable=SC2016
end_other_readers() {
    host_inside "$1" sh -c '
        for link in /proc/[0-9]*/fd/*; do
            [ "$(readlink "$link")" = "$0" ] || continue
            pid=${link#/proc/} pid=${pid%%/*}
            case $(cat "/proc/$pid/comm") in etcd | lab-shim) continue ;; esac
            [ "$pid" = "$(cat /run/ctld/runtime.pid)" ] || kill "$pid"
        done' "$PIPE" 2>/dev/null
    return 0
}
