# shellcheck shell=bash
# What every host has, whatever carries it: an overlay on the root image, an identity, a way in.

host_prepare() {
    local name=$1 dir root
    dir=$(host_dir "$name") root=$(host_root "$name")
    mkdir -p "$dir/upper" "$dir/work" "$root"
    : >"$dir/binds"
    mount -t overlay lab -o "lowerdir=$(root_dir),upperdir=$dir/upper,workdir=$dir/work" "$root" || return 1
    host_identity "$name" "$root"
    "role_$(host_field "$name" 4)" "$name" "$root" "$dir" || return 1
    ! hosts_of_group vantage | grep -qx "$name" || host_console_of_gateway "$root" || return 1
    "$(host_kind "$name")_prepare" "$name" "$root"
}

host_identity() {
    local name=$1 root=$2 home
    echo "$name" >"$root/etc/hostname"
    { echo '127.0.0.1 localhost'; hosts_table | awk '{ print $2, $1 }'; } >"$root/etc/hosts"
    echo 'nameserver 10.77.0.1' >"$root/etc/resolv.conf"
    tr -d - </proc/sys/kernel/random/uuid >"$root/etc/machine-id"
    ssh-keygen -q -t ed25519 -N '' -C "$name" -f "$root/etc/ssh/ssh_host_ed25519_key" </dev/null
    printf '%s,%s %s\n' "$name" "$(host_address "$name")" "$(cut -d' ' -f1,2 "$root/etc/ssh/ssh_host_ed25519_key.pub")" >>"$LAB_KNOWN"
    for home in root home/ops; do
        mkdir -p "$root/$home/.ssh"
        cp "$LAB_KEY.pub" "$root/$home/.ssh/authorized_keys"
        chmod 700 "$root/$home/.ssh"
    done
    chown -R "$(stat -c %u:%g "$root/home/ops")" "$root/home/ops/.ssh"
}

# host_install ROOT PROGRAM...: the lab's own programs and units
host_install() {
    local root=$1 file
    shift
    for file in "$@"; do
        case $file in
        *.service | *.socket | *.timer) cp "$LAB_HERE/programs/$file" "$root/etc/systemd/system/$file" ;;
        *) install -m 755 "$LAB_HERE/programs/$file" "$root/usr/local/bin/$file" ;;
        esac
    done
}

# From outside the failure domain the gateway's power can be reached, and whatever else happens.
host_console_of_gateway() {
    host_install "$1" ipmitool
    mkdir -p "$1/var/lib/lab-bmc" "$1/etc/blackstart"
    chmod 1777 "$1/var/lib/lab-bmc"
    echo lab >"$1/etc/blackstart/ipmi-password"
}

# host_enable ROOT UNIT...: as `systemctl enable`, without starting a program for it
host_enable() {
    local root=$1 unit target
    shift
    for unit in "$@"; do
        case $unit in
        *.socket) target=sockets.target.wants ;;
        *.timer) target=timers.target.wants ;;
        lab-cgroups.service | lab-bond.service) target=sysinit.target.wants ;;
        *) target=multi-user.target.wants ;;
        esac
        mkdir -p "$root/etc/systemd/system/$target"
        if [ -e "$root/etc/systemd/system/$unit" ]; then
            ln -sf "/etc/systemd/system/$unit" "$root/etc/systemd/system/$target/$unit"
        else
            ln -sf "/lib/systemd/system/$unit" "$root/etc/systemd/system/$target/$unit"
        fi
    done
}

# host_bind NAME OUTSIDE INSIDE: shows a folder of the machine inside the host
host_bind() {
    mkdir -p "$2"
    printf '%s %s\n' "$2" "$3" >>"$(host_dir "$1")/binds"
}

host_cables() { "$(host_kind "$1")_cables" "$1"; }
host_start() { "$(host_kind "$1")_start" "$1"; }
host_inside() { "$(host_kind "$1")_inside" "$@"; }
host_off() { "$(host_kind "$1")_off" "$1"; }
host_on() { "$(host_kind "$1")_on" "$1"; }

host_ssh() {
    local name=$1
    shift
    in_ops ssh -i "$LAB_KEY" -o BatchMode=yes -o ConnectTimeout="${SSH_WAIT:-3}" -o StrictHostKeyChecking=yes \
        -o UserKnownHostsFile="$LAB_KNOWN" -o LogLevel=ERROR -o IdentitiesOnly=yes \
        "${SSH_USER:-root}@$(host_address "$name")" "$@" </dev/null 9>&-
}

# As the user that the inventory names.
host_answers() { SSH_USER=$LAB_USER host_ssh "$1" true; }

# Unmounts what the host saw, then forgets it. Its processes must be gone.
host_forget() {
    local name=$1 dir
    dir=$(host_dir "$name")
    umount_below "$dir"
    rm -rf --one-file-system "$dir"
}

# Deepest first; a mount that is still in use goes lazily.
umount_below() {
    local mount
    awk -v top="$1/" 'index($2, top) == 1 { print $2 }' /proc/mounts | sort -r | while read -r mount; do
        umount "$mount" 2>/dev/null || umount -l "$mount" 2>/dev/null
    done
}
