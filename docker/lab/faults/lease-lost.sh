# shellcheck shell=bash
# what: the control-plane nodes do not reach each other, so the store has no majority, leases are lost and the daemons restart again and again
# profiles: core incident-a
# heals: heal; the daemons recover by themselves then, unless a log pipe filled up meanwhile

# The switch passes no frame between isolated ports; carrier stays up and everybody else is reached.
isolate() {
    local name port
    for name in $(hosts_of_role control); do
        for port in $(switch_ports "$name"); do bridge -n "$NET_SWITCH" link set dev "$port" isolated "$1" || return 1; done
    done
}

inject() {
    isolate on || return 1
    until_true $((CTLD_GRACE + 30)) 'a daemon to lose its lease' lost
}

lost() { ! control_ready; }

probe() {
    local name counts=
    for name in $(hosts_of_role control); do counts="$counts $name=$(control_restarts "$name")"; done
    if control_ready; then
        absent "every daemon is ready; restarts so far:$counts"
    else
        present "not every daemon is ready; restarts so far:$counts"
    fi
}

heal() {
    isolate off
    until_true 90 'the control daemons' control_ready
}
