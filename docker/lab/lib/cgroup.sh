# shellcheck shell=bash
# Every process of the lab lives below one cgroup of its own, so that `down` finds all of them and nobody else's.
# Works with version 1, version 2 and both side by side.

# Labs of different names live beside each other on one machine.
LAB_NAME=${BLACKSTART_LAB_NAME:-lab}
LAB_CGROUP=blackstart-$LAB_NAME

cgroup_roots() { awk '$3 == "cgroup" || $3 == "cgroup2" { print $2 }' /proc/mounts; }

cgroup_folders() {
    local root
    for root in $(cgroup_roots); do printf '%s/%s\n' "$root" "$LAB_CGROUP${1:+/$1}"; done
}

cgroup_make() {
    local folder
    for folder in $(cgroup_folders) $(cgroup_folders "$1"); do
        mkdir -p "$folder" || return 1
        # a version 1 cpuset without processors takes no process
        [ ! -e "$folder/cpuset.cpus" ] || [ -e "$folder/cgroup.controllers" ] || {
            cat "${folder%/*}/cpuset.cpus" >"$folder/cpuset.cpus"
            cat "${folder%/*}/cpuset.mems" >"$folder/cpuset.mems"
        }
    done
}

# Moves the calling process, and so all that it starts.
cgroup_enter() {
    local folder
    for folder in $(cgroup_folders "$1"); do printf '%s\n' "$BASHPID" >"$folder/cgroup.procs" || return 1; done
}

cgroup_pids() {
    local folder
    for folder in $(cgroup_folders "${1:-}"); do
        [ ! -d "$folder" ] || find "$folder" -name cgroup.procs -exec cat {} + 2>/dev/null
    done | sort -un
}

cgroup_empty() { [ -z "$(cgroup_pids "${1:-}")" ]; }

# Kills by what the kernel says is in the cgroup, again and again, since a process may fork while it is looked at.
cgroup_kill() {
    local folder pids round
    for folder in $(cgroup_folders "$1"); do
        [ ! -e "$folder/cgroup.kill" ] || echo 1 >"$folder/cgroup.kill"
    done
    for round in $(seq 100); do
        pids=$(cgroup_pids "$1")
        [ -n "$pids" ] || return 0
        # shellcheck disable=SC2086
        kill -KILL $pids 2>/dev/null
        sleep 0.05
    done
    warn "processes of $1 still run after $round kills: $(echo "$pids" | tr '\n' ' ')"
    return 1
}

cgroup_remove() {
    local folder
    for folder in $(cgroup_folders "${1:-}"); do
        [ ! -d "$folder" ] || find "$folder" -depth -type d -exec rmdir {} \; 2>/dev/null
    done
    return 0
}

cgroup_left() {
    local folder
    for folder in $(cgroup_folders); do [ ! -d "$folder" ] || find "$folder" -type d; done
}
