# shellcheck shell=bash
# Faults: each is a script in faults/ with a header (what, profiles, heals) and the functions inject, probe and heal.
# Whatever is injected has a dead-man that heals it after FAULT_LIFETIME.

fault_header() { sed -n "s/^# $2: *//p" "$LAB_HERE/faults/$1.sh"; }

fault_names() { for file in "$LAB_HERE"/faults/*.sh; do file=${file##*/} && echo "${file%.sh}"; done; }

fault_record() { printf '%s/faults/%s\n' "$LAB_RUN" "$1"; }

fault_exists() {
    [ -f "$LAB_HERE/faults/$1.sh" ] || die "there is no fault '$1'; there are: $(fault_names | paste -sd' ')"
}

# Loads its functions, with the knobs it was injected with.
fault_load() {
    fault_exists "$1"
    need_up
    # shellcheck source=/dev/null
    [ ! -f "$(fault_record "$1")" ] || . "$(fault_record "$1")"
    # shellcheck source=/dev/null
    . "$LAB_HERE/faults/$1.sh"
}

verb_faults() {
    local name
    for name in $(fault_names); do
        printf '%-24s %-16s %s\n' "$name" "$(fault_header "$name" profiles | tr ' ' ,)" "$(fault_header "$name" what)"
    done
}

# A fault can only be carried by some profiles.
fault_fits() {
    fault_header "$1" profiles | grep -qw -- "$(lab_profile)" ||
        die "the profile $(lab_profile) cannot carry $1; it needs: $(fault_header "$1" profiles)"
}

# The settings that a fault reads: its own, and those of the whole lab.
fault_knobs() {
    {
        grep -o '\${[A-Z][A-Z_]*:[-=]' "$LAB_HERE/faults/$1.sh"
        # a drill always says which hosts are struck, though many a fault has no choice
        echo ON
        sed -n 's/^: "\(\${[A-Z_]*:=\).*/\1/p' "$LAB_HERE/knobs.env"
    } | tr -cd 'A-Z_\n' | sort -u
}

verb_inject() {
    local fault=${1:-} knob
    [ -n "$fault" ] || usage
    shift
    fault_exists "$fault"
    for knob in "$@"; do
        [[ $knob =~ ^[A-Z][A-Z_]*=[A-Za-z0-9_.,:/-]*$ ]] || die "a knob is written NAME=VALUE; this is '$knob'."
        fault_knobs "$fault" | grep -qx -- "${knob%%=*}" ||
            die "$fault has no knob ${knob%%=*}; it reads: $(fault_knobs "$fault" | paste -sd' ')"
    done
    need_up
    fault_over "$fault" || die "$fault is in already; heal it first: lab heal $fault"
    for knob in "$@"; do declare -g "$knob"; done
    fault_load "$fault"
    fault_fits "$fault"
    { [ $# = 0 ] || printf '%s\n' "$@"; } >"$(fault_record "$fault")"
    if ! inject; then
        fault_undo "$fault"
        die "$fault could not be injected; it was taken back."
    fi
    fault_background "deadman-$fault" fault_deadman "$fault" "$FAULT_LIFETIME"
    say "$fault is in; its dead-man heals it in $FAULT_LIFETIME s"
}

# A fault that went by itself is taken off the list.
fault_over() (
    [ -f "$(fault_record "$1")" ] || return 0
    fault_load "$1"
    case $(probe) in absent*) fault_undo "$1" ;; *) return 1 ;; esac
)

verb_probe() {
    [ -n "${1:-}" ] || usage
    fault_exists "$1"
    need_ready
    fault_fits "$1"
    fault_load "$1"
    probe
}

verb_heal() {
    need_ready
    if [ -n "${1:-}" ]; then
        fault_exists "$1"
        [ -f "$(fault_record "$1")" ] || die "$1 is not in; what is in says: lab status"
        fault_load "$1"
        if ! fault_undo "$1"; then
            warn "$1 could not be healed."
            unwell_told
            exit 1
        fi
        say "$1 is healed"
        unwell_told
        return 0
    fi
    need_root
    # one may keep another from being healed, so those that fail are tried once more
    heal_each || heal_each || die "not healed: $(faults_in); start afresh: lab down, then lab up"
}

faults_in() { for fault in "$LAB_RUN"/faults/*; do [ ! -f "$fault" ] || echo "${fault##*/}"; done | paste -sd' '; }

heal_each() {
    local fault failed=no
    for fault in $(faults_in); do "$LAB_SELF" heal "$fault" || failed=yes; done
    [ "$failed" = no ]
}

# Its timers first, or they would do it again.
fault_undo() {
    cgroup_kill "fault-$1"
    heal || return 1
    rm -f "$(fault_record "$1")"
    cgroup_kill "deadman-$1"
    cgroup_remove "fault-$1"
    cgroup_remove "deadman-$1"
}

# fault_background CGROUP COMMAND...: goes on when this command has ended, in a cgroup by which it is ended.
fault_background() {
    local group=$1
    shift
    cgroup_make "$group" || return 1
    (
        cgroup_enter "$group"
        exec </dev/null >>"$LAB_RUN/faults.log" 2>&1 9>&-
        "$@"
    ) &
    disown
}

fault_deadman() {
    sleep "$2"
    cgroup_leave
    exec "$LAB_SELF" heal "$1"
}

present() { echo "present $*"; }
absent() { echo "absent $*"; }
