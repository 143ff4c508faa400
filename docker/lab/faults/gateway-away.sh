# shellcheck shell=bash
# what: the gateway reboots by itself: off for OUTAGE_SECONDS, OUTAGE_TIMES times, OUTAGE_PAUSE between; NEW_FIRMWARE=yes changes its version; WAIT=yes until it is back for good
# profiles: core incident-a node
# heals: by itself when the time is over, or heal

inject() {
    [ "${NEW_FIRMWARE:-no}" = no ] || echo '4.3.0' >"$(host_root gateway)/etc/firmware-version"
    fault_background fault-gateway-away outages
    until_true 5 'the gateway to be off' gateway_off || return 1
    [ "${WAIT:-no}" = no ] || until_true $((OUTAGE_TIMES * (OUTAGE_SECONDS + OUTAGE_PAUSE) + 30)) 'the gateway to be back' back_for_good
}

back_for_good() { cgroup_empty fault-gateway-away && host_answers gateway; }

outages() {
    local round
    for round in $(seq "$OUTAGE_TIMES"); do
        [ "$round" = 1 ] || sleep "$OUTAGE_PAUSE"
        echo "$(date -u +%FT%TZ) gateway off, $round of $OUTAGE_TIMES"
        host_off gateway
        sleep "$OUTAGE_SECONDS"
        host_on gateway
        echo "$(date -u +%FT%TZ) gateway on"
    done
}

gateway_off() { ! host_inside gateway true; }

probe() {
    if gateway_off; then
        present 'the gateway has no power'
    elif ! cgroup_empty fault-gateway-away; then
        present 'the gateway runs, and will go away again'
    else
        absent 'the gateway runs'
    fi
}

heal() {
    if gateway_off; then
        cgroup_kill gateway
        host_on gateway
    fi
    echo '4.2.1' >"$(host_root gateway)/etc/firmware-version"
    until_true 30 'the gateway to be back' host_answers gateway
}
