# shellcheck shell=bash
# Takes the lab down: kills by cgroup only, unmounts, deletes its namespaces, and asserts that nothing is left.
# Doing it again, or after half an `up`, is right too.

OWNER_FILE=/run/$LAB_CGROUP.owner

# The state folder of a lab of the same name that is up and is not this one.
owner_elsewhere() {
    local owner
    owner=$(cat "$OWNER_FILE" 2>/dev/null)
    [ -z "$owner" ] || [ "$owner" = "$LAB_STATE" ] || cgroup_empty || echo "$owner"
}

verb_down() {
    [ "$(id -u)" = 0 ] || needs_check
    state_lock
    if [ "$(owner_elsewhere)" != '' ]; then
        say "this lab is down; another one is up, with its state in $(owner_elsewhere)"
        return 0
    fi
    if ! down_leftovers | grep -q .; then
        say 'there is nothing to take down'
        return 0
    fi
    down_all && say 'down: no process, mount, namespace or cgroup is left'
}

down_all() {
    local left
    cgroup_kill '' || return 1
    umount_below "$LAB_RUN"
    net_down
    down_remove_cgroups
    rm -rf --one-file-system "$LAB_RUN" "$LAB_INVENTORY" "$LAB_KNOWN" "$OWNER_FILE"
    left=$(down_leftovers)
    [ -z "$left" ] && return 0
    warn "the lab left behind: $(echo "$left" | paste -sd';')"
    return 1
}

# The kernel lets go of a cgroup a moment after its last process.
down_remove_cgroups() {
    local round
    for round in $(seq 50); do
        cgroup_remove
        [ -n "$(cgroup_left)" ] || return 0
        sleep 0.1
    done
    return "$round"
}

# One line for each thing of a lab that is on this machine.
down_leftovers() {
    cgroup_pids | sed 's/^/process /'
    awk -v top="$LAB_RUN/" 'index($2, top) == 1 { print "mount " $2 }' /proc/mounts
    net_spaces | sed 's/^/namespace /'
    cgroup_left | sed 's/^/cgroup /'
    [ ! -e "$LAB_RUN" ] || echo "folder $LAB_RUN"
}
