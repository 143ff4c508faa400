# shellcheck shell=bash
# The keeper takes the lab down when the `up` that makes it is killed, when the process it is tied to ends, or when its
# time is over. It is a process in a cgroup of its own.

keeper_start() {
    cgroup_make keeper
    setsid "$BASH" "$LAB_HERE/lib/keeper" "$LAB_SELF" "$LAB_STATE" "$$" "${1:-}" "$LAB_LIFETIME" \
        </dev/null >>"$LAB_RUN/keeper.log" 2>&1 9>&- &
    disown
}

# Out of the lab's cgroups, for a process that is about to end what is in them.
cgroup_leave() {
    local root
    for root in $(cgroup_roots); do printf '%s\n' "$BASHPID" >"$root/cgroup.procs"; done
}
