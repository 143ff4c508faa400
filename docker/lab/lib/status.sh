# shellcheck shell=bash
# What is up, asked of the hosts, and which faults are in. `ops` is a door into the same network.

verb_status() {
    local name answer
    if ! lab_is_up; then
        status_not_up
        return 0
    fi
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
