# shellcheck shell=bash
# The page that says of each runbook on which fault it was really run: from results, and from nothing else. Results stay on
# the machine that measured them and the page goes with the sources, so a row of the page stays, with its day, until its
# drill is held again or is no more.

TABLE=$LAB_TOP/src/site/markdown/what-was-run.md

verb_table() {
    local name runbook file known
    known=$(table_known)
    {
        printf '# What was really run\n\n'
        printf 'Made by `docker/lab/lab table` from what `lab test` and `lab incident` left, never by hand: each drill of the lab, the\n'
        printf 'faults that were really injected, and how it ended, as seen from outside the hosts. A row stays until its drill is held\n'
        printf 'again; its day says when that was.\n\n'
        printf '| runbook | drill | fault | profile | came of it | seconds | on |\n|---|---|---|---|---|---|---|\n'
        while read -r name runbook file; do
            table_rows "$name" "$runbook" "$file"
        done < <(drills_table)
        table_row "$INCIDENT_BY_HAND" incident-a
        printf '\nRunbooks without a drill of the lab were tried in the sandbox or in simulated worlds only; see the\n'
        printf '[cookbook](cookbook.md).\n'
    } 2>/dev/null >"$TABLE.new" || die "$TABLE cannot be written by $(id -un)."
    mv "$TABLE.new" "$TABLE"
    say "written: $TABLE"
}

# Every result there is, in the order of their days; of one day, those of this machine are the later ones.
table_known() {
    {
        sed -n 's/^| \(.*\) |$/\1/p' "$TABLE" | sed 's/ | /\t/g'
        cat "$RESULTS"/*.tsv
    } 2>/dev/null | awk -F '\t' 'NF == 7' | sort -s -t "$(printf '\t')" -k7,7
}

# A line for each profile that can carry it and in which it was held.
table_rows() {
    local profile rows=''
    for profile in $(profile_names); do
        ! drill_fits "$3" "$profile" || rows=$rows$(table_row "$1" "$profile")$'\n'
    done
    if [ -n "${rows//$'\n'/}" ]; then
        grep . <<<"$rows"
    else
        printf '| %s | %s | %s | | not run | | |\n' "$2" "$1" "$(drill_faults "$3" | paste -sd' ')"
    fi
}

# The last time counts.
table_row() {
    awk -F '\t' -v drill="$1" -v profile="$2" '
        $2 == drill && $4 == profile { row = sprintf("| %s | %s | %s | %s | %s | %s | %s |", $1, $2, ($3 == "" ? "none" : $3), $4, $5, $6, $7) }
        END { if (row != "") print row }' <<<"$known"
}
