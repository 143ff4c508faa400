# shellcheck shell=bash
# what: names and registry work, but the registry does not have the image's tag any more
# profiles: core incident-a
# heals: heal, or anybody who imports the image or brings the tag back

TAGS=/var/lib/docker-registry/docker/registry/v2/repositories/infra/resolver/_manifests/tags

inject() {
    host_inside registry mv "$TAGS/1" "$TAGS/1.away" || return 1
    # the name must not be the reason
    host_inside worker1 sh -c "echo '$(host_address registry) $REGISTRY_NAME # lab' >>/etc/hosts
        systemctl stop vip-agent
        ctr task rm -f resolver; ctr container rm resolver
        systemctl start vip-agent" >/dev/null 2>&1
    until_true 20 'the pull to fail' pull_fails
}

pull_fails() { host_inside worker1 journalctl -u vip-agent -o cat -n 1 --no-pager | grep -q 'ImagePullBackOff.*not found'; }

probe() {
    if resolver_answers "$RESOLVER_VIP"; then
        absent 'the container of the resolver runs'
    else
        present "$(host_inside worker1 journalctl -u vip-agent -o cat -n 1 --no-pager | cut -c1-200)"
    fi
}

heal() {
    host_inside registry sh -c "[ ! -d $TAGS/1.away ] || mv $TAGS/1.away $TAGS/1"
    until_true 60 'the in-cluster resolver' resolver_answers "$RESOLVER_VIP" || return 1
    host_inside worker1 sed -i '/# lab$/d' /etc/hosts
}
