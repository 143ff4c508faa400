# shellcheck shell=bash
# what: the state store's log pipe loses its reader and fills up, so the store blocks in a write; ON=cp1 for one member, all if not given
# profiles: core incident-a
# heals: heal, or anybody who drains the pipe and gives it a reader again

PIPE=/run/ctld/etcd.log.fifo

# The reader is the runtime that the control daemon started; it dies as containerd does with its daemon.
inject() {
    local name round
    for name in $(members); do
        host_inside "$name" sh -c 'kill -KILL "$(cat /run/ctld/runtime.pid)" 2>/dev/null; true'
        pipe_fill "$name" "$PIPE" || return 1
    done
    for round in $(seq 10); do
        store_says_something "$(members | cut -d' ' -f1)"
        store_says_something "$(hosts_of_role control | tail -n 1)"
        if frozen; then return 0; fi
        for name in $(members); do pipe_fill "$name" "$PIPE"; done
    done
    warn "no member froze in $round rounds"
    return 1
}

frozen() {
    local name
    for name in $(members); do pipe_blocked "$name" etcd || return 1; done
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

# The daemon is stopped first, so that it does not lose its lease once more half-way; starting, it brings a reader.
heal() {
    local name
    for name in $(members); do
        host_inside "$name" systemctl stop ctld
        host_inside "$name" systemd-run --quiet --collect --unit=lab-heal-drain \
            sh -c "exec cat $PIPE >>/var/log/pods/etcd.log"
    done
    until_true 60 'the state store' store_healthy || return 1
    for name in $(members); do
        host_inside "$name" systemctl reset-failed ctld 2>/dev/null
        host_inside "$name" systemctl start ctld
    done
    until_true 60 'the control daemons' control_ready || return 1
    for name in $(members); do
        host_inside "$name" systemctl stop lab-heal-drain
        pipe_grow "$name" "$PIPE"
    done
}
