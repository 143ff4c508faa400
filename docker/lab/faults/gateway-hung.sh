# shellcheck shell=bash
# what: the gateway itself is dead: its processes stand still, its port has carrier and passes nothing, its console is mute; only its power helps
# profiles: core incident-a
# heals: heal, or anybody who cycles its power by the stand-in of ipmitool on the vantage hosts

BOX=var/lib/lab-bmc

inject() {
    switch_mute gateway || return 1
    # shellcheck disable=SC2046 # a list of numbers
    kill -STOP $(cgroup_pids gateway) || return 1
    fault_background fault-gateway-hung controller
}

# The management controller has a power supply of its own, so it hears what the gateway does not.
controller() {
    local host
    while :; do
        for host in $(hosts_of_group vantage); do
            [ -e "$(host_root "$host")/$BOX/request" ] || continue
            [ "$(cat "$(host_root "$host")/$BOX/request")" = 'chassis power cycle' ] && power_cycle
            rm -f "$(host_root "$host")/$BOX/request"
            echo 'Chassis Power Control: Cycle' >"$(host_root "$host")/$BOX/answer"
        done
        sleep 0.2
    done
}

power_cycle() {
    host_off gateway
    sleep 1
    host_on gateway
    switch_unmute gateway
}

stands_still() { [ "$(cut -d' ' -f3 "/proc/$(nspawn_leader gateway)/stat" 2>/dev/null)" = T ]; }

probe() {
    if stands_still; then
        present 'the processes of the gateway stand still, and its port passes nothing'
    elif host_answers gateway; then
        absent 'the gateway runs and answers'
    else
        present 'the gateway boots'
    fi
}

heal() {
    if stands_still; then power_cycle; fi
    switch_unmute gateway
    until_true 30 'the gateway to answer' host_answers gateway
}
