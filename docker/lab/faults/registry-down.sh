# shellcheck shell=bash
# what: the registry's process is gone; whatever must pull an image cannot. PULLED=yes: the resolver must, and its name is known
# profiles: core incident-a
# heals: heal, or anybody who starts docker-registry on the registry

inject() {
    host_inside registry systemctl stop docker-registry
    until_true 10 'the registry to be gone' registry_gone || return 1
    [ "${PULLED:-no}" = yes ] || return 0
    # the name must not be the reason
    host_inside worker1 sh -c "echo '$(host_address registry) $REGISTRY_NAME # lab' >>/etc/hosts
        systemctl stop vip-agent
        ctr task rm -f resolver; ctr container rm resolver
        systemctl start vip-agent" >/dev/null 2>&1
    until_true 20 'the pull to fail' pull_fails
}

pull_fails() { host_inside worker1 journalctl -u vip-agent -o cat -n 1 --no-pager | grep -q ImagePullBackOff; }

registry_gone() { ! in_ops curl -sm 3 -o /dev/null "http://$(host_address registry):5000/v2/"; }

probe() {
    if registry_gone; then present 'nothing answers on port 5000'; else absent 'the registry answers'; fi
}

heal() {
    host_inside registry systemctl start docker-registry
    until_true 20 'the registry' registry_back || return 1
    [ "${PULLED:-no}" = yes ] || return 0
    until_true 60 'the in-cluster resolver' resolver_answers "$RESOLVER_VIP" || return 1
    host_inside worker1 sed -i '/# lab$/d' /etc/hosts
}

registry_back() { ! registry_gone; }
