# shellcheck shell=bash
# what: a second machine, the registry, answers for the address of the gateway as well
# profiles: core incident-a
# heals: heal

registry_device() { host_inside registry ip -o route get 10.77.0.31 | sed -n 's/.* dev \([^ ]*\).*/\1/p'; }

inject() { host_inside registry ip address add 10.77.0.1/32 dev "$(registry_device)"; }

# The hardware addresses that answer for it, as a node hears them.
owners() {
    host_inside cp1 sh -c '
        device=$(ip -o route get 10.77.0.1 | sed -n "s/.* dev \([^ ]*\).*/\1/p")
        arping -b -c 2 -w 3 -I "$device" 10.77.0.1' | grep -oiE '([0-9a-f]{2}:){5}[0-9a-f]{2}' | sort -u
}

probe() {
    local heard
    heard=$(owners | paste -sd' ')
    case $heard in
    '') echo 'unknown nobody answers for the address of the gateway' ;;
    *' '*) present "these answer for the address of the gateway: $heard" ;;
    *) absent "one machine answers for the address of the gateway: $heard" ;;
    esac
}

heal() {
    host_inside registry ip address del 10.77.0.1/32 dev "$(registry_device)" 2>/dev/null
    ! host_inside registry ip -o address | grep -q ' 10.77.0.1/32 '
}
