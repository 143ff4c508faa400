# shellcheck shell=bash
# what: ON (worker1, node1) loses its power AFTER seconds (0), or in the middle of the step DURING, and comes back DOWN_SECONDS (5) later with a new boot id
# profiles: core incident-a node
# heals: by itself when it has booted, or heal

rebooted_one() { echo "${ON:-$(host_names | grep -m 1 -x -e worker1 -e node1)}"; }

inject() {
    fault_background fault-host-reboots power_cycle
    [ "${AFTER:-0}${DURING:-}" != 0 ] || until_true 5 'the host to be off' host_is_off
}

# A step has begun on a host when its claim is there.
step_begun() { host_inside "$(rebooted_one)" sh -c "ls -d /run/blackstart/*-$DURING-act-* /root/.cache/blackstart/*-$DURING-act-*" 2>/dev/null | grep -q .; }

power_cycle() {
    [ -z "${DURING:-}" ] || until_true "$FAULT_LIFETIME" "$DURING to begin on $(rebooted_one)" step_begun || return 0
    sleep "${AFTER:-0}"
    host_off "$(rebooted_one)"
    sleep "${DOWN_SECONDS:-5}"
    host_on "$(rebooted_one)"
}

host_is_off() { ! host_inside "$(rebooted_one)" true; }

probe() {
    if host_is_off; then
        present "$(rebooted_one) has no power"
    elif ! cgroup_empty fault-host-reboots; then
        present "$(rebooted_one) runs, and will lose its power"
    elif host_answers "$(rebooted_one)"; then
        absent "$(rebooted_one) runs, boot id $(host_inside "$(rebooted_one)" cat /proc/sys/kernel/random/boot_id)"
    else
        present "$(rebooted_one) boots"
    fi
}

heal() {
    if cgroup_empty "$(rebooted_one)"; then host_on "$(rebooted_one)"; fi
    until_true 90 "$(rebooted_one) to answer" host_answers "$(rebooted_one)" || return 1
    # a worker that boots pulls its image, whose name needs the resolver that it serves
    [ "$(rebooted_one)" != worker1 ] || resolver_again
}
