# shellcheck shell=bash
# what: the node loses its connection tracking while a pod uses a pooled database connection; NAT_MODE=plain|random|strict and SERVER_FIRST=yes decide what comes of it
# profiles: node
# heals: heal (the application's connection is opened anew)

# Only the combination is a fault: plain masquerading picks the flow up again unless an answer is under way.
inject() {
    host_inside node1 sh -c "sed -i 's/^NAT=.*/NAT=$NAT_MODE/' /etc/lab/pod.env && systemctl restart lab-cni pod-app" || return 1
    until_true 20 'the pod to use its database' pod_works node1 || return 1
    if [ "${SERVER_FIRST:-no}" = yes ]; then
        echo 'select pg_sleep(4);' >"$(host_root node1)/var/lib/pod-app/query"
        host_inside node1 cp /var/lib/pod-app/query /run/pod-app.query
        sleep 3
    fi
    host_inside node1 conntrack -F >/dev/null 2>&1 || return 1
    [ "${SERVER_FIRST:-no}" = yes ] || return 0
    sleep 4
    host_inside node1 rm -f /run/pod-app.query
}

probe() {
    local seen lost
    seen=$(pod_state node1)
    lost=$(host_inside node1 journalctl -u pod-app -o cat --no-pager --since '-5min' | grep -c 'connection to the database lost')
    case $seen in
    ok\ *) if [ "$lost" -gt 0 ]; then
        present "the connection was lost $lost times in 5 min, and works now; NAT is $NAT_MODE"
    else
        absent "the pod's connection works; NAT is $NAT_MODE"
    fi ;;
    *) present "the pod's connection is $seen; NAT is $NAT_MODE" ;;
    esac
}

heal() {
    host_inside node1 sh -c "rm -f /run/pod-app.query; sed -i 's/^NAT=.*/NAT=plain/' /etc/lab/pod.env
        systemctl restart lab-cni pod-app; journalctl --rotate --vacuum-time=1s --unit=pod-app" >/dev/null 2>&1
    until_true 20 'the pod to use its database' pod_works node1
}
