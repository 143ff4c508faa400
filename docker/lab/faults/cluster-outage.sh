# shellcheck shell=bash
# what: the whole incident, made by its cause: the gateway is away TIMES times (2) for OUTAGE_SECONDS, and when it is back every store is frozen and every storage client locked out; then the resolver loses its image
# profiles: incident-a
# heals: heal; no part of it goes by itself but the bonds

# A part of it is a fault of its own; here its functions are borrowed without its record.
part() (
    # shellcheck source=/dev/null
    . "$LAB_HERE/faults/$1.sh"
    shift
    "$@"
)

inject() {
    local worker
    OUTAGE_TIMES=${TIMES:-2}
    fault_background fault-cluster-outage part gateway-away outages
    until_true 60 'every bond to lose its slaves' part bond-single-target bonds_down || return 1
    say 'every bond has lost its slaves'
    until_true $((OUTAGE_TIMES * (OUTAGE_SECONDS + OUTAGE_PAUSE))) 'the gateway to be back for good' over || return 1
    say 'the gateway is back for good'
    until_true 60 'every bond to have a slave again' part bond-single-target bonds_up || return 1
    until_true 120 'every store to freeze' part store-log-pipe-frozen frozen || return 1
    say 'every store is frozen'
    for worker in $(hosts_of_role worker); do
        until_true 120 "$worker to be locked out" locked_out "$worker" || return 1
    done
    say 'every worker is locked out of its storage'
    [ "${NAMES:-yes}" = no ] || part dns-deadlock inject || return 1
    until_true 60 'every daemon to have lost its lease' none_ready
}

over() { cgroup_empty fault-cluster-outage; }

locked_out() { ON=$1 part client-blocklisted probe | grep -q '^present.*blocklisted: .'; }

none_ready() {
    local name
    for name in $(hosts_of_role control); do
        ! host_inside "$name" sh -c 'kill -0 "$(cat /run/ctld/runtime.pid)"' 2>/dev/null || return 1
    done
}

probe() {
    local wrong name counts=''
    wrong=$({
        part gateway-away probe
        part bond-single-target probe
        part store-log-pipe-frozen probe
        part dns-deadlock probe
        for name in $(hosts_of_role worker); do ON=$name part client-blocklisted probe; done
        control_ready || echo 'present a control daemon is not ready'
    } | sed -n 's/^present //p' | paste -sd';')
    for name in $(hosts_of_role control); do counts="$counts $name=$(control_restarts "$name")"; done
    if [ -n "$wrong" ]; then
        present "$wrong; restarts so far:$counts"
    else
        absent 'gateway, bonds, stores, daemons, names and storage are well'
    fi
}

heal() {
    local name
    part gateway-away heal && part bond-single-target heal || return 1
    if [ "$(part store-log-pipe-frozen probe | cut -d' ' -f1)" = present ] || ! control_ready; then
        part store-log-pipe-frozen heal || return 1
    fi
    part dns-deadlock heal || return 1
    for name in $(hosts_of_role worker); do ON=$name part client-blocklisted heal || return 1; done
}
