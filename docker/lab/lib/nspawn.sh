# shellcheck shell=bash
# A host as a systemd-nspawn container: real systemd, journald and sshd on an overlay of the root image.

nspawn_prepare() { :; }

nspawn_cables() { net_host "$1" "$(host_address "$1")"; }

nspawn_start() {
    local name=$1 dir
    dir=$(host_dir "$name")
    cgroup_make "$name" || return 1
    setsid "$BASH" "$LAB_HERE/lib/nspawn-loop" "$name" "$dir" </dev/null >>"$dir/console.log" 2>&1 9>&- &
    disown
}

# The process that is PID 1 inside, or nothing while the host is off.
nspawn_leader() {
    local folder
    for folder in $(cgroup_folders "$1"); do
        head -qn 1 "$folder/payload/init.scope/cgroup.procs" 2>/dev/null
    done | sort -u | head -n 1 | grep .
}

# Runs a command inside from outside, as a person at the console would: needs neither its network nor its sshd.
# What goes on running must be started by the host's own systemd (systemctl, systemd-run).
nspawn_inside() {
    local name=$1 leader
    shift
    leader=$(nspawn_leader "$name") || return 125
    nsenter --target "$leader" --mount --uts --ipc --net --pid --cgroup --root --wd -- \
        env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 TERM=dumb "$@" </dev/null 9>&-
}

# Power off: every process at once, and the switch sees the cable go.
nspawn_off() {
    cgroup_kill "$1"
    switch_port "$1" down
}

nspawn_on() {
    net_reset "$1" "$(host_address "$1")"
    switch_port "$1" up
    nspawn_start "$1"
}
