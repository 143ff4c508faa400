# shellcheck shell=bash
# what: no frame passes between any two hosts for OUTAGE_SECONDS, while every carrier stays up: what the bonds make of a lost gateway
# profiles: core incident-a node
# heals: by itself when the time is over, or heal

inject() {
    switch_port br0 down || return 1
    fault_background fault-lan-silent silence
}

silence() {
    sleep "$OUTAGE_SECONDS"
    switch_port br0 up
}

probe() {
    if ip -n "$NET_SWITCH" -o link show br0 | grep -q ',UP'; then
        absent 'the switch passes frames'
    else
        present 'the switch passes no frames'
    fi
}

heal() { switch_port br0 up; }
