# shellcheck shell=bash
# what: alerting lives only inside the cluster and is down with it; the dead-man's switch outside is off, so nobody is paged
# profiles: core incident-a
# heals: heal, or anybody who starts deadman.timer on extdns or alertd on a worker

PAGES=var/lib/lab-pager

inject() {
    local worker
    host_inside extdns systemctl stop deadman.timer
    for worker in $(hosts_of_role worker); do host_inside "$worker" systemctl stop alertd; done
    rm -f "$(host_root extdns)/$PAGES/pages"
}

heartbeat_age() { echo $(($(date +%s) - $(stat -c %Y "$(host_root extdns)/$PAGES/heartbeat" 2>/dev/null || echo 0))); }

outside_watches() { host_inside extdns systemctl is-active --quiet deadman.timer; }

probe() {
    if [ "$(heartbeat_age)" -le 15 ]; then
        absent "the last heartbeat is $(heartbeat_age) s old"
    elif outside_watches; then
        absent 'no heartbeat, and the switch outside is on: it pages'
    else
        present "no heartbeat for $(heartbeat_age) s, and nothing outside would page"
    fi
}

heal() {
    local worker
    for worker in $(hosts_of_role worker); do host_inside "$worker" systemctl start alertd; done
    host_inside extdns systemctl start deadman.timer
    until_true 20 'a heartbeat' heartbeat_fresh
}

heartbeat_fresh() { [ "$(heartbeat_age)" -le 10 ]; }
