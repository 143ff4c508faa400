# shellcheck shell=bash
# Drills among the lab's hosts: one by hand, or all that a profile can carry, with a table of what came of them.

LAB_TOP=$(readlink -f -- "$LAB_HERE/../..")
RESULTS=$LAB_TOP/target/lab-drills

# NAME RUNBOOK FILE of every drill of the lab
drills_table() {
    local file
    for file in "$LAB_TOP"/runbooks/*/drills/*.yaml; do
        grep -q '^world: *lab' "$file" || continue
        printf '%s %s %s\n' "$(sed -n 's/^drill: *//p' "$file")" "$(sed -n 's/^runbook: *//p' "$file")" "$file"
    done
}

# The faults a drill file injects.
drill_faults() { grep -o 'fault: *[a-z0-9-]*' "$1" | sed 's/fault: *//' | sort -u; }

# Can the profile carry every fault of the drill? A drill may name its profiles, # profiles: node; one without a fault
# and without them is one of incident A.
drill_fits() {
    local fault named
    named=$(sed -n 's/^# profiles: *//p' "$1")
    [ -n "$named$(drill_faults "$1")" ] || named='core incident-a'
    [ -z "$named" ] || printf '%s\n' "$named" | grep -qw -- "$2" || return 1
    for fault in $(drill_faults "$1"); do
        fault_header "$fault" profiles | grep -qw -- "$2" || return 1
    done
}

verb_drill() {
    [ $# -gt 0 ] || usage
    # BLACKSTART_PROGRAM: the program and its first words, where it is not the launcher beside this lab
    # shellcheck disable=SC2086
    verb_ops ${BLACKSTART_PROGRAM:-"$LAB_TOP/blackstart"} drill "$@" --auto
}

verb_test() {
    local profile=core only='' resume=no failed=0 began=$SECONDS
    while [ $# -gt 0 ]; do
        case $1 in
        --profile)
            [ $# -gt 1 ] || usage
            profile=$2
            shift 2
            ;;
        --resume) resume=yes && shift ;;
        -*) usage ;;
        *) only="$only $1 " && shift ;;
        esac
    done
    profile_exists "$profile"
    drills_named "$profile" "$only"
    needs_check
    refuse_in_use
    mkdir -p "$RESULTS"
    [ -n "$only" ] || [ "$resume" = yes ] || : >"$RESULTS/$profile.tsv"
    UP=''
    # what costs most is known first
    [ -n "$only" ] || [ "$profile" != incident-a ] || drill_done "$INCIDENT_BY_HAND" || incident_hold || failed=$((failed + 1))
    # those that must change nothing share one lab
    drills_of "$profile" "$only" look
    drills_of "$profile" "$only" break
    drill_down || failed=$((failed + 1))
    cat "$RESULTS/$profile.tsv"
    say "$profile: $failed not passed, after $((SECONDS - began)) s"
    [ "$failed" = 0 ] || die "$failed of the drills did not pass; what they said is in $RESULTS."
}

# A name that stands for no drill of the profile is said before anything is brought up.
drills_named() {
    local wanted name runbook file found
    for wanted in $2; do
        found=no
        while read -r name runbook file; do
            [ "$name" != "$wanted" ] || { found=$file && break; }
        done < <(drills_table)
        [ "$found" != no ] || die "the lab has no drill '$wanted'; those it has are $LAB_TOP/runbooks/*/drills/lab-*.yaml"
        drill_fits "$found" "$1" || die "the profile $1 cannot carry the drill $wanted; it can be held in: $(drill_profiles "$found")"
    done
}

drill_profiles() {
    local profile
    for profile in $(profile_names); do ! drill_fits "$1" "$profile" || echo "$profile"; done | paste -sd' '
}

# Holds the drills that only look, or those that break something; counts in $failed what did not pass.
drills_of() {
    local profile=$1 only=$2 kind=$3 name runbook file
    while read -r name runbook file; do
        [ -z "$only" ] || [[ $only == *" $name "* ]] || continue
        [ "$(drill_kind "$file")" = "$kind" ] || continue
        drill_fits "$file" "$profile" || continue
        ! drill_done "$name" || continue
        drill_hold "$profile" "$name" "$runbook" "$file" </dev/null || failed=$((failed + 1))
    done < <(drills_table)
}

# A test that goes on where another was cut off leaves out what passed since that one began.
drill_done() {
    [ "$resume" = yes ] || return 1
    awk -F '\t' -v drill="$1" '$2 == drill { word = $5 } END { exit word != "passed" }' "$RESULTS/$profile.tsv" 2>/dev/null
}

drill_kind() {
    if grep -q '^must_change_nothing: *true' "$1" && [ -z "$(drill_faults "$1")" ]; then echo look; else echo break; fi
}

# A drill may set knobs: # knobs: NAME=VALUE. One that only looks finds everything up and settled.
drill_knobs() {
    [ "$(drill_kind "$1")" = break ] || echo 'WITH_STORAGE=yes CTLD_SETTLED=25'
    sed -n 's/^# knobs: *//p' "$1"
}

# One line of the table: runbook, drill, faults, profile, how it ended, seconds, when, which version.
drill_hold() {
    local profile=$1 name=$2 runbook=$3 file=$4 began=$SECONDS word=passed knobs version
    version=$(version_held "$runbook" "$file")
    say "drill $name"
    knobs=$(drill_knobs "$file" | paste -sd' ')
    drill_up "$profile" "$knobs" >"$RESULTS/$name.lab" 2>&1 || word='no lab'
    if [ "$word" = passed ]; then
        # shellcheck disable=SC2086
        env $knobs "$LAB_SELF" drill "$name" --journal "$RESULTS/journal-$name-$$" >"$RESULTS/$name.log" 2>&1 || word='not passed'
    fi
    # where something was broken nobody else begins
    if [ "$(drill_kind "$file")" = break ] || [ "$word" != passed ]; then
        drill_down >>"$RESULTS/$name.lab" 2>&1 || word='left something behind'
    fi
    printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$runbook" "$name" "$(drill_faults "$file" | paste -sd' ')" "$profile" \
        "$word" "$((SECONDS - began))" "$(date -u +%F)" "$version" >>"$RESULTS/$profile.tsv"
    say "drill $name: $word after $((SECONDS - began)) s"
    [ "$word" = passed ]
}

# UP says with which knobs the lab is up; a lab that is up with the same ones is taken as it is.
drill_up() {
    [ "$UP" != "$1 $2" ] || return 0
    drill_down || return 1
    # shellcheck disable=SC2086
    env $2 "$LAB_SELF" up --profile "$1" --tied-to $$ || return 1
    UP="$1 $2"
}

drill_down() {
    UP=''
    "$LAB_SELF" down
}
