# shellcheck shell=bash
# what: no frame of the nodes reaches the gateway, so insiders say it is dead while it answers everybody else
# profiles: core incident-a
# heals: by itself after OUTAGE_SECONDS, or heal

inject() {
    gateway_deaf || return 1
    fault_background fault-gateway-deaf deafness
}

deafness() {
    sleep "$OUTAGE_SECONDS"
    gateway_hears
}

probe() {
    if gateway_is_deaf; then
        present 'the switch keeps the frames of the nodes from the gateway'
    else
        absent 'the nodes reach the gateway'
    fi
}

heal() {
    gateway_hears
    ! gateway_is_deaf
}
