# shellcheck shell=bash
# what: the registry's process is gone; whatever must pull an image cannot
# profiles: core incident-a
# heals: heal, or anybody who starts docker-registry on the registry

inject() {
    host_inside registry systemctl stop docker-registry
    until_true 10 'the registry to be gone' registry_gone
}

registry_gone() { ! in_ops curl -sm 3 -o /dev/null "http://$(host_address registry):5000/v2/"; }

probe() {
    if registry_gone; then present 'nothing answers on port 5000'; else absent 'the registry answers'; fi
}

heal() {
    host_inside registry systemctl start docker-registry
    until_true 20 'the registry' registry_back
}

registry_back() { ! registry_gone; }
