# shellcheck shell=bash
# The root image: built once from Debian packages, cached by the hash of what made it.
# Hosts never write to it; each has an overlay on top.

LAB_MIRROR=${LAB_MIRROR:-http://deb.debian.org/debian}
LAB_SECURITY=${LAB_SECURITY:-http://deb.debian.org/debian-security}
LAB_SUITE=bookworm

root_packages() { sed 's/#.*//' "$LAB_HERE/packages.txt" | tr -s ' ' '\n' | grep . | sort -u; }

root_hash() {
    { root_packages; cat "$LAB_HERE/lib/root.sh" "$LAB_HERE/lib/image.sh"; } | sha256sum | cut -c1-12
}

root_dir() { printf '%s/ROOT-%s\n' "$LAB_CACHE" "$(root_hash)"; }

# A half-built root never has the final name, so a killed build is built again.
root_build() {
    local root building
    root=$(root_dir)
    if [ -d "$root" ]; then return 0; fi
    mkdir -p "$LAB_CACHE"
    rm -rf "$LAB_CACHE"/building.*
    building=$(mktemp -d "$LAB_CACHE/building.XXXXXX")
    say "building the root image from $(root_packages | wc -l) Debian packages (once; about 90 s)"
    root_debian "$building" >"$LAB_CACHE/build.log" 2>&1 ||
        die "the root image could not be built; the end of $LAB_CACHE/build.log: $(tail -n 3 "$LAB_CACHE/build.log")"
    root_prepare "$building" >>"$LAB_CACHE/build.log" 2>&1 || die "the root image could not be prepared; see $LAB_CACHE/build.log"
    image_make "$building" || die "the resolver's container image could not be made; see $LAB_CACHE/build.log"
    mv "$building" "$root"
}

# The lab may live long after its mirror's snapshot was dated, so dates of lists are not checked.
root_debian() {
    local packages
    packages=$(root_packages | paste -sd,)
    mmdebstrap --variant=minbase --mode=root --dpkgopt=force-unsafe-io \
        --aptopt='Acquire::Languages "none"' --aptopt='Acquire::Check-Valid-Until "false"' \
        --aptopt='Acquire::Check-Date "false"' --include="$packages" "$LAB_SUITE" "$1" \
        "deb $LAB_MIRROR $LAB_SUITE main" "deb $LAB_MIRROR $LAB_SUITE-updates main" \
        "deb $LAB_SECURITY $LAB_SUITE-security main" </dev/null
}

# Everything off: a role switches on what its host needs. What waits for hardware is masked.
root_prepare() {
    local root=$1 unit modules
    for unit in etcd dnsmasq docker-registry containerd unattended-upgrades apt-daily.timer apt-daily-upgrade.timer \
        e2scrub_all.timer fstrim.timer dpkg-db-backup.timer logrotate.timer man-db.timer nftables chrony postgresql \
        postgresql@15-main getty@tty1 console-getty rsyslog ceph.target ceph-mon.target ceph-osd.target ceph-mds.target \
        ceph-fuse.target ceph-crash e2scrub_reap systemd-timesyncd smartmontools lvm2-monitor blk-availability \
        systemd-networkd systemd-resolved rbdmap; do
        chroot "$root" systemctl disable "$unit" || true
    done
    for unit in systemd-udevd systemd-udev-trigger systemd-modules-load e2scrub_reap systemd-binfmt systemd-pstore \
        systemd-random-seed systemd-update-utmp systemd-journal-flush modprobe@drm modprobe@fuse modprobe@configfs \
        systemd-networkd-wait-online smartmontools lvm2-monitor blk-availability ceph-crash nvmf-autoconnect; do
        ln -sf /dev/null "$root/etc/systemd/system/$unit.service"
    done
    for unit in dm-event lvm2-lvmpolld; do ln -sf /dev/null "$root/etc/systemd/system/$unit.socket"; done
    ln -sf /lib/systemd/system/multi-user.target "$root/etc/systemd/system/default.target"
    : >"$root/etc/machine-id"
    rm -f "$root"/etc/ssh/ssh_host_* "$root/etc/systemd/system/multi-user.target.wants/"ceph*
    mkdir -p "$root/etc/lab" "$root/root/.ssh"
    chmod 700 "$root/root/.ssh"
    printf 'PermitRootLogin prohibit-password\nUseDNS no\nMaxStartups 100:30:200\n' >"$root/etc/ssh/sshd_config.d/lab.conf"
    sed -i '/^auth/,$d' "$root/etc/docker/registry/config.yml"
    chroot "$root" useradd --create-home --shell /bin/bash --groups adm,systemd-journal ops
    echo 'ops ALL=(ALL) NOPASSWD: ALL' >"$root/etc/sudoers.d/ops"
    mkdir -p "$root/usr/lib/modules"
    for modules in "$root"/usr/lib/uml/modules/*; do
        [ -d "$modules" ] || continue
        ln -sfn "../uml/modules/${modules##*/}" "$root/usr/lib/modules/${modules##*/}" || return 1
        chroot "$root" depmod "${modules##*/}" || return 1
    done
    rm -rf "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/*
}
