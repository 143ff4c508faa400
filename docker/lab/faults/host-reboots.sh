# shellcheck shell=bash
# what: ON (worker1) loses its power AFTER seconds (0) and comes back DOWN_SECONDS (5) later with a new boot id
# profiles: core incident-a node
# heals: by itself when it has booted, or heal

rebooted_one() { echo "${ON:-$(host_names | grep -m 1 -x -e worker1 -e node1)}"; }

inject() {
    fault_background fault-host-reboots power_cycle
    [ "${AFTER:-0}" != 0 ] || until_true 5 'the host to be off' host_is_off
}

power_cycle() {
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
    until_true 60 "$(rebooted_one) to answer" host_answers "$(rebooted_one)"
}
