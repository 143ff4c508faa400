# shellcheck shell=bash
# A host as user-mode Linux: a kernel of its own, a real active-backup bond over four cables to two switches, and the
# kernel's CephFS client. Its root is the machine's folder (hostfs), so its files are seen from outside at any time.

UML_XSTATE=$LAB_CACHE/uml-xstate.so

# Processors with AMX have more register state than user-mode Linux 6.1 knows; a small library in front of it helps.
uml_check() {
    grep -qw amx_tile /proc/cpuinfo || return 0
    [ "$UML_XSTATE" -nt "$LAB_HERE/programs/uml-xstate.c" ] && return 0
    command -v cc >/dev/null || cannot 'User-mode Linux does not run on this processor without a small library, and there is no cc to build it: apt-get install gcc libc6-dev'
    mkdir -p "$LAB_CACHE"
    cc -shared -fPIC -O1 -o "$UML_XSTATE" "$LAB_HERE/programs/uml-xstate.c" -ldl || die "programs/uml-xstate.c could not be built."
}

uml_prepare() {
    local name=$1 root=$2 unit
    : >"$root/etc/network/interfaces"
    printf 'ARP_INTERVAL=%s\nARP_VALIDATE=%s\nARP_IP_TARGET=%s\nADDRESS=%s\n' \
        "$ARP_INTERVAL" "$ARP_VALIDATE" "$ARP_IP_TARGET" "$(host_address "$name")" >"$root/etc/lab/bond.conf"
    host_install "$root" lab-bond lab-bond.service lab-console lab-console.service
    host_enable "$root" lab-bond.service lab-console.service
    mkdir -p "$root/var/lib/lab-console"
    time_client "$root"
    # they wait for hardware, for a clock or for cgroups that this host has already
    for unit in networking systemd-logind systemd-tmpfiles-setup-dev systemd-sysusers systemd-update-utmp-runlevel \
        systemd-user-sessions systemd-remount-fs lab-cgroups; do
        ln -sf /dev/null "$root/etc/systemd/system/$unit.service"
    done
    # without systemd-user-sessions nobody would take the bar to everybody but root away
    ln -sf /dev/null "$root/etc/tmpfiles.d/systemd-nologin.conf"
}

uml_cables() {
    local name=$1 cable switch
    if ! ip -n "$NET_SWITCH" link show swB >/dev/null 2>&1; then
        ip -n "$NET_SWITCH" link add swB type bridge && ip -n "$NET_SWITCH" link set swB up || return 1
        ip -n "$NET_SWITCH" link add trunkA type veth peer name trunkB || return 1
        ip -n "$NET_SWITCH" link set trunkA master br0 up
        ip -n "$NET_SWITCH" link set trunkB master swB up
    fi
    for cable in 0 1 2 3; do
        switch=br0
        [ "$cable" -lt 2 ] || switch=swB
        ip -n "$NET_SWITCH" tuntap add "$name.$cable" mode tap && ip -n "$NET_SWITCH" link set "$name.$cable" master "$switch" up || return 1
    done
}

uml_start() {
    local name=$1 dir
    dir=$(host_dir "$name")
    cgroup_make "$name" || return 1
    setsid "$BASH" "$LAB_HERE/lib/uml-loop" "$name" "$dir" "$(host_address "$name")" "$UML_MEMORY" "$(root_dir)" "$UML_XSTATE" \
        </dev/null >>"$dir/console.log" 2>&1 9>&- &
    disown
}

# The console is a folder: a script laid there is carried out, whatever became of the network.
uml_inside() {
    local name=$1 box ask began=$SECONDS code
    shift
    ! cgroup_empty "$name" || return 125
    box=$(host_root "$name")/var/lib/lab-console
    ask=$box/$$.$RANDOM$RANDOM
    printf '%q ' "$@" >"$ask.new"
    mv "$ask.new" "$ask.ask"
    until [ -e "$ask.code" ]; do
        if [ $((SECONDS - began)) -ge "${CONSOLE_WAIT:-60}" ]; then
            rm -f "$ask".*
            return 125
        fi
        sleep 0.1
    done
    code=$(cat "$ask.code")
    cat "$ask.out"
    cat "$ask.err" >&2
    rm -f "$ask".*
    return "$code"
}

uml_off() {
    cgroup_kill "$1"
    switch_port "$1" down
}

uml_on() {
    rm -f "$(host_root "$1")"/var/lib/lab-console/*
    switch_port "$1" up
    uml_start "$1"
}
