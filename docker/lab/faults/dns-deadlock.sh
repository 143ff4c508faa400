# shellcheck shell=bash
# what: the in-cluster resolver lost its container and image; its registry has a name, and names need the resolver
# profiles: core incident-a
# heals: heal, or anybody who brings the image, the name or another resolver

inject() {
    host_inside worker1 sh -c '
        systemctl stop vip-agent
        ctr task rm -f resolver; ctr container rm resolver
        ctr snapshot --snapshotter "$(sed -n s/SNAPSHOTTER=//p /etc/lab/vip.env)" rm resolver
        ctr image rm "$(sed -n s/VIP_IMAGE=//p /etc/lab/vip.env)"
        systemctl start vip-agent' >/dev/null 2>&1
    until_true 20 'names to stop resolving' no_names && until_true 60 'the pull to fail' pull_wants_name
}

# A lookup that nobody answers takes its time before it is said.
pull_wants_name() { host_inside worker1 journalctl -u vip-agent -o cat -n 1 --no-pager | grep -q 'ImagePullBackOff.*lookup'; }

no_names() { ! resolver_answers "$RESOLVER_VIP" && ! resolver_answers 10.77.0.1; }

probe() {
    if resolver_answers "$RESOLVER_VIP"; then
        absent 'the resolver in the cluster answers'
    elif resolver_answers 10.77.0.1; then
        absent 'the resolver in the cluster is away, and the gateway asks another one'
    else
        present "no names: $(host_inside worker1 journalctl -u vip-agent -o cat -n 1 --no-pager | cut -c1-160)"
    fi
}

heal() { resolver_again; }
