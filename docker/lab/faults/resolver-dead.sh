# shellcheck shell=bash
# what: the resolver of the LAN stands still: its port is open, and it answers nobody
# profiles: core incident-a
# heals: heal, or whoever lets dnsmasq on the gateway go on or restarts it

inject() {
    host_inside gateway systemctl kill --kill-whom=main --signal=STOP dnsmasq || return 1
    until_true 10 'names to be without an answer' names_silent
}

names_silent() { ! resolver_answers "$(host_address gateway)"; }

probe() {
    if names_silent; then
        present 'the resolver of the gateway does not answer extdns'
    else
        absent 'the resolver of the gateway answers extdns'
    fi
}

heal() {
    host_inside gateway systemctl kill --kill-whom=main --signal=CONT dnsmasq
    until_true 20 'names through the gateway' resolver_answers "$(host_address gateway)"
}
