# shellcheck shell=bash
# what: the node loses its connection tracking while a pod uses a pooled database connection; VARIANT=strict or server-first hangs it, random resets it, plain does nothing
# profiles: node
# heals: heal (the application's connection is opened anew)

variant() { echo "${VARIANT:-strict}"; }

# The flush alone is no fault: plain masquerading picks the flow up again, unless an answer is under way.
nat_mode() {
    case $(variant) in
    strict | random | plain) variant ;;
    server-first) echo plain ;;
    *) return 1 ;;
    esac
}

inject() {
    local nat
    if ! nat=$(nat_mode); then
        warn "VARIANT is strict, server-first, random or plain; this is '$(variant)'."
        return 1
    fi
    host_inside node1 sh -c "sed -i 's/^NAT=.*/NAT=$nat/' /etc/lab/pod.env && systemctl stop pod-app && rm -f /var/lib/pod-app/state && systemctl restart lab-cni pod-app" || return 1
    until_true 20 'the pod to use its database' pod_works node1 || return 1
    if [ "$(variant)" = server-first ]; then
        host_inside node1 sh -c 'echo "select pg_sleep(4);" >/run/pod-app.query'
        sleep 3
    fi
    host_inside node1 conntrack -F >/dev/null 2>&1 || return 1
    case $(variant) in
    server-first) sleep 4 && host_inside node1 rm -f /run/pod-app.query ;;
    strict) until_true 20 'the connection to hang' pod_is hung ;;
    random) until_true 20 'the connection to be reset' lost_lately ;;
    esac
}

pod_is() { case $(pod_state node1) in "$1 "*) return 0 ;; *) return 1 ;; esac; }

losses() {
    host_inside node1 journalctl -u pod-app -o cat --no-pager --since "@$(stat -c %Y "$(fault_record conntrack-flushed)")" |
        grep -c 'connection to the database lost'
}

lost_lately() { [ "$(losses)" -gt 0 ]; }

probe() {
    if ! pod_works node1; then
        present "the pod's connection is $(pod_state node1); variant $(variant)"
    elif [ -f "$(fault_record conntrack-flushed)" ] && lost_lately; then
        present "the pod's connection works now and was lost $(losses) times; variant $(variant)"
    else
        absent "the pod's connection works; variant $(variant)"
    fi
}

heal() {
    host_inside node1 sh -c "rm -f /run/pod-app.query; sed -i 's/^NAT=.*/NAT=plain/' /etc/lab/pod.env
        systemctl stop pod-app; rm -f /var/lib/pod-app/state; systemctl restart lab-cni pod-app"
    until_true 20 'the pod to use its database' pod_works node1
}
