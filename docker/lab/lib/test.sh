# shellcheck shell=bash
# The lab tests itself: every fault is absent, injected, present, healed and absent again, as its probe says. What was
# seen goes to a table, one line for each fault.

verb_selftest() {
    local profile=core fault failed=0 faults
    while [ $# -gt 0 ]; do
        case $1 in
        --profile) profile=${2:-} && shift ;;
        -*) usage ;;
        *) break ;;
        esac
        shift
    done
    needs_check
    refuse_in_use
    TEST_TABLE=$LAB_STATE/test.tsv
    mkdir -p "$LAB_STATE"
    printf 'fault\tprofile\tresult\tinjected s\thealed s\tseen\n' >"$TEST_TABLE"
    # what a test shortens; the knobs have the incident's own times
    export OUTAGE_SECONDS=${TEST_OUTAGE_SECONDS:-8} OUTAGE_PAUSE=3 WITH_STORAGE=${TEST_STORAGE:-yes}
    "$LAB_SELF" up --profile "$profile" --tied-to $$ || exit 1
    faults=${*:-$(fault_names)}
    for fault in $faults; do
        fault_header "$fault" profiles | grep -qw -- "$profile" || continue
        test_fault "$fault" "$profile" || failed=$((failed + 1))
    done
    "$LAB_SELF" down || failed=$((failed + 1))
    column -ts "$(printf '\t')" "$TEST_TABLE" 2>/dev/null || cat "$TEST_TABLE"
    [ "$failed" = 0 ]
}

test_fault() {
    local fault=$1 profile=$2 before after seen='' result=failed injected='' healed='' began=$SECONDS
    before=$("$LAB_SELF" probe "$fault")
    if [ "${before%% *}" = absent ] && "$LAB_SELF" inject "$fault"; then
        injected=$((SECONDS - began))
        seen=$(test_seen "$fault")
        began=$SECONDS
        if "$LAB_SELF" heal "$fault"; then
            healed=$((SECONDS - began))
            after=$("$LAB_SELF" probe "$fault")
            [ "${seen%% *}" != present ] || [ "${after%% *}" != absent ] || result=passed
        fi
    fi
    printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$fault" "$profile" "$result" "$injected" "$healed" "${seen:-$before}" >>"$TEST_TABLE"
    [ "$result" = passed ]
}

# Some faults take a while to be seen, such as a silence.
test_seen() {
    local round seen
    for round in $(seq 40); do
        seen=$("$LAB_SELF" probe "$1")
        [ "${seen%% *}" != present ] || break
        sleep 1
    done
    echo "$seen"
}
