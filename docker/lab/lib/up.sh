# shellcheck shell=bash
# Brings the lab up, says what it waits for, and takes everything down again if it cannot.

verb_up() {
    local profile=core tied=
    while [ $# -gt 0 ]; do
        case $1 in
        --profile) profile=${2:-} ;;
        --tied-to) tied=${2:-} ;;
        *) usage ;;
        esac
        shift 2 || usage
    done
    profile_exists "$profile"
    needs_check
    if grep -q ' uml ' "$LAB_HERE/profiles/$profile"; then uml_check; fi
    state_lock
    if lab_in_use && [ "$(lab_profile)" = "$profile" ]; then
        say "the profile $profile is up already"
        return 0
    fi
    refuse_in_use
    up_clear
    root_build
    trap 'up_failed' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    up_begin "$profile" "$tied"
    up_hosts || exit 1
    up_services || exit 1
    inventory_write
    touch "$LAB_RUN/ready"
    trap - EXIT INT TERM HUP
    say "up: $(host_names | wc -l) hosts; inventory $LAB_INVENTORY"
}

# What a killed `up` or an older lab left is taken away first.
up_clear() {
    if down_leftovers | grep -q .; then
        say 'taking away what an earlier lab left'
        down_all || exit 1
    fi
}

up_failed() {
    warn 'it did not come up; taking it down again'
    down_all
}

up_begin() {
    mkdir -p "$LAB_RUN/hosts" "$LAB_RUN/faults"
    echo "$LAB_STATE" >"$OWNER_FILE"
    echo "$1" >"$LAB_RUN/profile"
    knobs_keep
    date -u +%FT%TZ >"$LAB_RUN/began"
    : >"$LAB_KNOWN"
    [ -e "$LAB_KEY" ] || ssh-keygen -q -t ed25519 -N '' -C blackstart-lab -f "$LAB_KEY" </dev/null
    chmod 600 "$LAB_KEY"
    keeper_start "$2"
    say "profile $1: $(host_names | paste -sd' ')"
}

# Each systemd holds several inotify instances; with 128 for the whole machine some twentieth host hangs at its start. The
# only setting of the machine that the lab raises, and it stays raised.
up_watches() {
    local limit=/proc/sys/fs/inotify/max_user_instances
    [ "$(cat "$limit")" -ge 1024 ] || echo 1024 >"$limit"
}

up_hosts() {
    local name
    up_watches
    net_up || return 1
    for name in $(host_names); do
        if ! { host_cables "$name" && host_prepare "$name" && host_start "$name"; }; then
            warn "$name could not be started."
            return 1
        fi
    done
    say 'all hosts started'
    for name in $(host_names); do
        until_true 90 "ssh of $name" host_answers "$name" || {
            warn "the end of its console: $(tail -n 3 "$(host_dir "$name")/console.log")"
            return 1
        }
    done
    say 'all hosts answer to ssh'
}

# Each role's services, as far as the profile has the role.
up_services() {
    local name
    if [ -n "$(hosts_of_role control)" ]; then
        until_true 120 'the state store' store_healthy || return 1
        say 'the state store answers'
        until_true 120 'the in-cluster resolver' resolver_answers "$RESOLVER_VIP" || return 1
        gateway_upstream "$RESOLVER_VIP"
        until_true 20 'names through the gateway' resolver_answers 10.77.0.1 || return 1
        say 'names resolve through the in-cluster resolver'
    fi
    for name in $(hosts_of_role node); do
        until_true 60 "the pod of $name to use its database" pod_works "$name" || return 1
        say "the pod of $name uses its database"
        node_good_day "$name" || return 1
    done
    for name in $(hosts_of_role replica); do
        until_true 60 "the replica $name to stream" replica_streams "$name" || return 1
    done
    up_storage && up_settled
}

up_settled() {
    [ "$CTLD_SETTLED" = 0 ] || [ -z "$(hosts_of_role control)" ] ||
        until_true $((CTLD_SETTLED + 30)) 'the control daemons to settle' control_settled "$CTLD_SETTLED"
}

up_storage() {
    local name
    [ -n "$(hosts_of_role storage)" ] || return 0
    for name in $(hosts_of_role worker); do until_true 120 "the data mount of $name" data_mounted "$name" || return 1; done
    say 'storage is mounted on every worker'
}
