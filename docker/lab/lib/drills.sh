# shellcheck shell=bash
# Drills among the lab's hosts: one by hand, or all that a profile can carry, with a table of what came of them.

LAB_TOP=$(readlink -f -- "$LAB_HERE/../..")
RESULTS=$LAB_TOP/target/lab

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

# Can the profile that is up carry every fault of the drill?
drill_fits() {
    local fault
    for fault in $(drill_faults "$1"); do
        fault_header "$fault" profiles | grep -qw -- "$2" || return 1
    done
}

verb_drill() {
    [ $# -gt 0 ] || usage
    verb_ops "$LAB_TOP/blackstart" drill "$@" --auto
}

verb_test() {
    local profile=core only='' name runbook file failed=0
    while [ $# -gt 0 ]; do
        case $1 in
        --profile)
            [ $# -gt 1 ] || usage
            profile=$2
            shift 2
            ;;
        -*) usage ;;
        *) only=$1 && shift ;;
        esac
    done
    mkdir -p "$RESULTS"
    : >"$RESULTS/$profile.tsv"
    while read -r name runbook file; do
        [ -z "$only" ] || [ "$only" = "$name" ] || continue
        drill_fits "$file" "$profile" || continue
        drill_hold "$profile" "$name" "$runbook" "$file" </dev/null || failed=$((failed + 1))
    done < <(drills_table)
    column -t -s "$(printf '\t')" "$RESULTS/$profile.tsv"
    [ "$failed" = 0 ] || die "$failed of the drills did not pass; what they said is in $RESULTS."
}

# One line of the table: runbook, drill, faults, profile, how it ended, seconds, when.
drill_hold() {
    local profile=$1 name=$2 runbook=$3 file=$4 began=$SECONDS word=passed
    say "drill $name"
    # each finds hosts to which nothing was done
    "$LAB_SELF" up --profile "$profile" --tied-to $$ >"$RESULTS/$name.lab" 2>&1 || return 1
    "$LAB_SELF" drill "$name" --journal "$RESULTS/journal-$name-$$" >"$RESULTS/$name.log" 2>&1 || word='not passed'
    "$LAB_SELF" down >>"$RESULTS/$name.lab" 2>&1 || word='left something behind'
    printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$runbook" "$name" "$(drill_faults "$file" | paste -sd' ')" "$profile" \
        "$word" "$((SECONDS - began))" "$(date -u +%F)" >>"$RESULTS/$profile.tsv"
    say "drill $name: $word after $((SECONDS - began)) s"
    [ "$word" = passed ]
}
