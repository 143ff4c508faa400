# shellcheck shell=bash
# Can this machine carry a lab? One plain line says why not.

CANNOT=69

cannot() {
    warn "$*"
    exit "$CANNOT"
}

# Is this root?
is_root() { [ "$(id -u)" = 0 ]; }

need_root() { is_root || cannot "needs root; this is $(id -un). Try: sudo $LAB_SELF $verb"; }

verb_needs() {
    needs_check
    echo 'this machine can carry a lab'
}

needs_check() {
    local need missing='' owner
    [ "$(uname -s)" = Linux ] || cannot 'The lab needs Linux: its hosts are made of namespaces.'
    [ "$(id -u)" = 0 ] || cannot "The lab needs root to make network namespaces, mounts and cgroups; this is $(id -un). Try: sudo $LAB_SELF up"
    for need in ip:iproute2 nsenter:util-linux flock:util-linux systemd-nspawn:systemd-container ethtool:ethtool \
        mkfs.ext4:e2fsprogs ssh:openssh-client ssh-keygen:openssh-client jq:jq; do
        command -v "${need%%:*}" >/dev/null || missing="$missing ${need#*:}"
    done
    [ -d "$(root_dir)" ] || command -v mmdebstrap >/dev/null || missing="$missing mmdebstrap"
    [ -z "$missing" ] || cannot "The lab needs what is not installed: apt-get install$missing"
    grep -qw overlay /proc/filesystems || cannot 'The lab needs overlay file systems, and this kernel has none.'
    unshare --net true 2>/dev/null || cannot 'The lab needs network namespaces, and this machine allows none.'
    [ -n "$(cgroup_roots)" ] || cannot 'The lab needs cgroups, and none are mounted.'
    owner=$(owner_elsewhere)
    [ -z "$owner" ] || cannot "Another lab named $LAB_NAME is up on this machine: BLACKSTART_LAB=$owner $LAB_SELF down, or give this one a BLACKSTART_LAB_NAME."
    [ -w "$(cgroup_roots | head -n 1)" ] || cannot 'The lab needs cgroups of its own, and they are read-only here.'
}
