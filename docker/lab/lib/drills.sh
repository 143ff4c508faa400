# shellcheck shell=bash
# Drills among the lab's hosts: one by hand, or all that a profile can carry, with a table of what came of them.

LAB_TOP=$(readlink -f -- "$LAB_HERE/../..")
RESULTS=$LAB_TOP/target/lab-drills
TABLE=$LAB_TOP/src/site/markdown/what-was-run.md

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

# Can the profile that is up carry every fault of the drill? A drill without one may name its profiles: # profiles: node
drill_fits() {
    local fault named
    named=$(sed -n 's/^# profiles: *//p' "$1")
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
    [ -n "$only" ] || : >"$RESULTS/$profile.tsv"
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
    local profile=$1 name=$2 runbook=$3 file=$4 began=$SECONDS word=passed knobs=()
    say "drill $name"
    # a drill may set knobs: # knobs: NAME=VALUE
    read -r -a knobs < <(sed -n 's/^# knobs: *//p' "$file")
    # each finds hosts to which nothing was done
    env "${knobs[@]}" "$LAB_SELF" up --profile "$profile" --tied-to $$ >"$RESULTS/$name.lab" 2>&1 || return 1
    env "${knobs[@]}" "$LAB_SELF" drill "$name" --journal "$RESULTS/journal-$name-$$" >"$RESULTS/$name.log" 2>&1 || word='not passed'
    "$LAB_SELF" down >>"$RESULTS/$name.lab" 2>&1 || word='left something behind'
    printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$runbook" "$name" "$(drill_faults "$file" | paste -sd' ')" "$profile" \
        "$word" "$((SECONDS - began))" "$(date -u +%F)" >>"$RESULTS/$profile.tsv"
    say "drill $name: $word after $((SECONDS - began)) s"
    [ "$word" = passed ]
}

# The page that says of each runbook on which fault it was really run: from the results, and from nothing else.
verb_table() {
    local name runbook file
    {
        printf '# What was really run\n\n'
        printf 'Made by `docker/lab/lab table` from what `blackstart lab test` left, never by hand: each drill of the lab, the\n'
        printf 'faults that were really injected, and how it ended, as seen from outside the hosts.\n\n'
        printf '| runbook | drill | fault | profile | came of it | seconds | on |\n|---|---|---|---|---|---|---|\n'
        while read -r name runbook file; do
            table_row "$name" "$runbook" "$(drill_faults "$file" | paste -sd' ')"
        done < <(drills_table)
        printf '\nRunbooks without a drill of the lab were tried in the sandbox or in simulated worlds only; see the\n'
        printf '[cookbook](cookbook.md).\n'
    } >"$TABLE"
    say "written: $TABLE"
}

# A line for each profile in which it was held; the last time counts.
table_row() {
    local rows
    rows=$(cat "$RESULTS"/*.tsv 2>/dev/null | awk -F '\t' -v drill="$1" '
        $2 == drill {
            if (!($4 in row)) order[++n] = $4
            row[$4] = sprintf("| %s | %s | %s | %s | %s | %s | %s |", $1, $2, ($3 == "" ? "none" : $3), $4, $5, $6, $7)
        }
        END { for (i = 1; i <= n; i++) print row[order[i]] }')
    if [ -n "$rows" ]; then
        printf '%s\n' "$rows"
    else
        printf '| %s | %s | %s | | not run | | |\n' "$2" "$1" "${3:-none}"
    fi
}
