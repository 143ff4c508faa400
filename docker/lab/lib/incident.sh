# shellcheck shell=bash
# The whole incident, without a drill's frame: the lab breaks as it broke, and a real run, answered at a real terminal,
# brings it back and then repays what it lent. What must be so afterwards is asked of the lab, from outside.

INCIDENT_DRILL=$LAB_TOP/runbooks/cluster-recovery/drills/lab-cluster-outage.yaml
INCIDENT_BY_HAND='`run`, then `loans repay`'

incident_knobs() { sed -n 's/^# knobs: *//p' "$INCIDENT_DRILL"; }

# NAME=VALUE of each parameter of a drill
drill_parameters() {
    sed -n '/^parameters:/,/^[^ ]/{ s/^  \([a-z_]*\): *\(.*\)/\1=\2/p }' "$1" | sed "s/=[\"']\(.*\)[\"']$/=\1/"
}

verb_incident() {
    needs_check
    refuse_in_use
    mkdir -p "$RESULTS"
    incident_hold
}

incident_hold() {
    local knobs word=passed began=$SECONDS version
    version=$(version_held cluster-recovery "$INCIDENT_DRILL")
    knobs=$(incident_knobs)
    incident_whole "$knobs" || word='not passed'
    "$LAB_SELF" down || word='left something behind'
    printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' cluster-recovery "$INCIDENT_BY_HAND" cluster-outage incident-a "$word" \
        "$((SECONDS - began))" "$(date -u +%F)" "$version" >>"$RESULTS/incident-a.tsv"
    say "the whole incident: $word after $((SECONDS - began)) s"
    [ "$word" = passed ]
}

incident_whole() {
    # shellcheck disable=SC2086
    env $1 "$LAB_SELF" up --profile incident-a --tied-to $$ && "$LAB_SELF" inject cluster-outage || return 1
    "$LAB_SELF" probe cluster-outage >&2
    incident_recovered
}

incident_recovered() {
    local began=$SECONDS journal=$RESULTS/journal-incident-$$ parameter parameters=()
    while read -r parameter; do parameters+=(-p "$parameter"); done < <(drill_parameters "$INCIDENT_DRILL")
    incident_operator run cluster-recovery --inventory "$LAB_INVENTORY" --journal "$journal" "${parameters[@]}" \
        >"$RESULTS/incident-run.log" 2>&1 || warn "the run ended with $?"
    grep -q '^== RECOVERED WITH LOANS' "$RESULTS/incident-run.log" || return 1
    say "time to recovery: $((SECONDS - began)) s from the start of the run to its verdict, $(incident_owed "$journal") loans"
    began=$SECONDS
    incident_operator loans repay last --inventory "$LAB_INVENTORY" --journal "$journal" \
        >"$RESULTS/incident-repay.log" 2>&1 || warn "the repaying ended with $?"
    say "what was lent was taken back in $((SECONDS - began)) s; owed still: $(incident_owed "$journal")"
    [ "$(incident_owed "$journal")" = 0 ] || return 1
    until_true 60 'everything to be well, seen from outside' incident_over
    "$LAB_SELF" probe cluster-outage >&2
    incident_over
}

incident_owed() { incident_program loans --output json --journal "$1" | jq length; }

incident_over() { "$LAB_SELF" probe cluster-outage | grep -q '^absent'; }

# shellcheck disable=SC2086
incident_program() { "$LAB_SELF" ops ${BLACKSTART_PROGRAM:-"$LAB_TOP/blackstart"} "$@"; }

# shellcheck disable=SC2086
incident_operator() {
    "$LAB_SELF" ops "$LAB_HERE/lib/operator" '' ${BLACKSTART_PROGRAM:-"$LAB_TOP/blackstart"} "$@"
}
