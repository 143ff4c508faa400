# shellcheck shell=bash
# What is up, asked of the hosts, and which faults are in. `ops` is a door into the same network.

verb_status() {
    local name answer
    if ! lab_is_up; then
        status_not_up
        return 0
    fi
    need_root
    printf 'profile %s, up since %s\n' "$(lab_profile)" "$(cat "$LAB_RUN/began")"
    for name in $(host_names); do
        answer='does not answer to ssh'
        host_answers "$name" && answer='answers to ssh'
        printf '%-10s %-12s %-7s %s\n' "$name" "$(host_address "$name")" "$(host_kind "$name")" "$answer"
    done
    if [ -z "$(ls "$LAB_RUN/faults")" ]; then
        echo 'no fault is in'
    else
        for name in "$LAB_RUN"/faults/*; do echo "fault ${name##*/}"; done
    fi
    unwell | sed 's/^/unwell: /' | grep . || echo 'stores, daemons, names and mounts are well'
}

# A sentence for each basic thing that is not as `up` left it, seen from outside. All hosts at once: a dead mount costs 4 s.
unwell() {
    local name folder
    folder=$(mktemp -d)
    for name in $(host_names); do
        if declare -F "unwell_$(host_field "$name" 4)" >/dev/null; then
            "unwell_$(host_field "$name" 4)" "$name" >"$folder/$name" 2>/dev/null &
        fi
    done
    wait
    cat "$folder"/* 2>/dev/null
    rm -rf "$folder"
}

unwell_control() {
    store_member_healthy "$1" || {
        if pipe_blocked "$1" etcd; then echo "the store of $1 is frozen in a write to its log pipe"; else echo "the store of $1 does not answer"; fi
    }
    control_ready_on "$1" || echo "the control daemon of $1 is not ready; restarts so far: $(control_restarts "$1")"
}

unwell_gateway() {
    # asked from the host outside the cluster
    resolver_answers "$(host_address "$1")" || echo "names do not resolve through $1"
}

unwell_worker() { [ -z "$(hosts_of_role storage)" ] || data_mounted "$1" || echo "the data of $1 cannot be read: $(data_mount_of "$1")"; }

# By the kernel's table, which does not wait for the mount.
data_mount_of() { if host_inside "$1" grep -q ' /mnt/data ' /proc/mounts; then echo 'its mount is dead'; else echo 'nothing is mounted'; fi; }

unwell_node() { pod_works "$1" || echo "the pod of $1 does not use its database"; }

unwell_replica() { replica_streams "$1" || echo "the replica $1 does not stream"; }

# What a fault did may outlive it: as in the incident, where nothing of it went away by itself.
unwell_told() {
    local left
    left=$(unwell)
    [ -n "$left" ] || return 0
    while read -r left; do warn "unwell: $left"; done <<<"$left"
    warn "what is unwell may be on its way back; see again with: lab status. It is mended by the runbook for it, or start afresh: lab down, then lab up"
}

# Half a lab is there while it comes up or goes down; else it is what somebody left behind.
status_not_up() {
    local kinds
    if state_locked; then
        echo 'the lab is neither up nor down: another command is at work on it'
        return
    fi
    echo 'the lab is down'
    kinds=$(down_leftovers | awk '{ count[$1]++ } END { for (kind in count) print kind (kind ~ /s$/ ? "es: " : "s: ") count[kind] }' | sort | paste -sd' ')
    [ -z "$kinds" ] || echo "left behind are $kinds; this takes them away: lab down"
}

verb_ops() {
    [ $# -gt 0 ] || usage
    need_up
    exec env BLACKSTART_LAB="$LAB_STATE" BLACKSTART_LAB_OPS=1 nsenter --net="/run/netns/$NET_OPS" -- "$@"
}
