# shellcheck shell=bash
# what: the gateway does not answer the nodes for OUTAGE_SECONDS, whatever their bonds ask; those that ask others as well keep their links
# profiles: incident-a
# heals: by itself when the gateway answers again, or heal; what was lost meanwhile stays to be seen until then

COUNTS=$LAB_RUN/bond-failures

# NAME=COUNT of every bond: links that its kernel has declared dead so far
failures() {
    local name
    for name in $(hosts_table | awk '$3 == "uml" { print $1 }'); do
        echo "$name=$(host_inside "$name" awk '/Link Failure Count:/ { n += $NF } END { print n + 0 }' /proc/net/bonding/bond0)"
    done
}

inject() {
    failures >"$COUNTS"
    gateway_deaf || return 1
    fault_background fault-bond-target-silent deafness
}

deafness() {
    sleep "$OUTAGE_SECONDS"
    gateway_hears
}

probe() {
    local lost
    [ -f "$COUNTS" ] || {
        absent 'no silence of the gateway is being watched'
        return
    }
    lost=$(failures | diff "$COUNTS" - | sed -n 's/^> //p' | paste -sd' ')
    if [ -n "$lost" ]; then
        present "links were declared dead since the gateway fell silent, now counted: $lost"
    elif gateway_is_deaf; then
        absent 'the gateway is silent, and every bond keeps its links'
    else
        absent 'the gateway was silent, and every bond kept its links'
    fi
}

heal() {
    gateway_hears
    rm -f "$COUNTS"
    ! gateway_is_deaf
}
