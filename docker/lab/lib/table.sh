# shellcheck shell=bash
# The page that says of each runbook on which fault it was really run: from results, and from nothing else. What the lab
# of this machine measured is added to the results that go with the sources, where a line stays, with its day, until its
# drill is held again. The page is made from those, and from the runbooks.

TABLE=$LAB_TOP/src/site/markdown/what-was-run.md
HELD=$LAB_TOP/docker/lab/results.tsv

verb_table() {
    local name runbook file known
    known=$(table_known)
    printf '%s\n' "$known" 2>/dev/null >"$HELD.new" || die "$HELD cannot be written by $(id -un)."
    mv "$HELD.new" "$HELD"
    {
        printf '# What was really run\n\n'
        printf 'Made by `docker/lab/lab table` from the results that `lab test` and `lab incident` left in `docker/lab/results.tsv`,\n'
        printf 'never by hand: each drill of the lab, the faults that were really injected, and how it ended, as seen from outside the\n'
        printf 'hosts. A row stays until its drill is held again; its day says when that was, and the last column the version that\n'
        printf 'was held: a digest of the runbook, its scripts and the drill. `changed since` means that one of them is another today.\n\n'
        printf '| runbook | drill | fault | profile | came of it | seconds | on | held with |\n|---|---|---|---|---|---|---|---|\n'
        while read -r name runbook file; do
            table_rows "$name" "$runbook" "$file"
        done < <(drills_table)
        table_row "$INCIDENT_BY_HAND" incident-a "$(version_held cluster-recovery "$INCIDENT_DRILL")"
        table_not_run
    } 2>/dev/null >"$TABLE.new" || die "$TABLE cannot be written by $(id -un)."
    mv "$TABLE.new" "$TABLE"
    say "written: $TABLE"
}

# Every drill's last result in each profile, in the order of names; of one day, those of this machine are the later ones.
table_known() {
    cat "$HELD" "$RESULTS"/*.tsv 2>/dev/null | awk -F '\t' 'NF == 7 || NF == 8' | sort -s -t "$(printf '\t')" -k7,7 |
        awk -F '\t' '{ last[$2 FS $4] = $0 } END { for (drill in last) print last[drill] }' | LC_ALL=C sort
}

# A line for each profile that can carry it and in which it was held.
table_rows() {
    local profile now rows=''
    now=$(version_held "$2" "$3")
    for profile in $(profile_names); do
        ! drill_fits "$3" "$profile" || rows=$rows$(table_row "$1" "$profile" "$now")$'\n'
    done
    if [ -n "${rows//$'\n'/}" ]; then
        grep . <<<"$rows"
    else
        printf '| %s | %s | %s | | not run | | | |\n' "$2" "$1" "$(drill_faults "$3" | paste -sd' ')"
    fi
}

# The last time counts.
table_row() {
    awk -F '\t' -v drill="$1" -v profile="$2" -v now="$3" '
        $2 == drill && $4 == profile {
            split($8, held, ",")
            version = held[1] !~ /^[0-9a-f]+$/ ? "an earlier version" : held[1] (held[1] == now ? "" : ", changed since")
            row = sprintf("| %s | %s | %s | %s | %s | %s | %s | %s |", $1, $2, ($3 == "" ? "none" : $3), $4, $5, $6, $7, version)
        }
        END { if (row != "") print row }' <<<"$known"
}

# version_held RUNBOOK DRILL-FILE: short, and another one when the runbook, a script of it or the drill is.
version_held() (
    cd "$LAB_TOP" || exit 1
    { find "runbooks/$1" -type f ! -path '*/drills/*' | LC_ALL=C sort && echo "${2#"$LAB_TOP"/}"; } | xargs sha256sum | sha256sum | cut -c1-8
)

# What the drills above do not show: steps that were only stood in for, and runbooks that no host of the lab ever saw.
table_not_run() {
    local file runbook held never
    held=$(drills_table | awk '{ print $2 }')
    printf '\n## Not run here\n\n'
    printf 'What a drill that passed does not show, as the runbooks themselves label it.\n\n'
    printf '| runbook | step | not run |\n|---|---|---|\n'
    for file in "$LAB_TOP"/runbooks/*/runbook.yaml; do
        runbook=${file%/*}
        not_run_labels "$file" | awk -F '\t' -v runbook="${runbook##*/}" '{ print "| " runbook " | " $1 " | " $2 " |" }'
    done
    never=$(for file in "$LAB_TOP"/runbooks/*/runbook.yaml; do
        runbook=${file%/*}
        grep -qx "${runbook##*/}" <<<"$held" || echo "\`${runbook##*/}\`"
    done | paste -sd' ' | sed 's/ /, /g')
    printf '\nWithout a drill of the lab: %s. Such runbooks were tried in the sandbox or in simulated\n' "${never:-none}"
    printf 'worlds only; see the [cookbook](cookbook.md).\n'
}

# STEP and its label, with a tab between them; a label may go on in the lines below it.
not_run_labels() {
    awk '
        function done() { if (label != "") print step "\t" label; label = "" }
        going { match($0, /^ */); if (RLENGTH > indent && NF) { sub(/^ +/, ""); label = label (label == "" ? "" : " ") $0; next } going = 0; done() }
        /^ *- [a-z_]+: / { step = $3 }
        /^ *not_run_here: / {
            match($0, /^ */); indent = RLENGTH
            label = $0; sub(/^ *not_run_here: */, "", label)
            going = 1; if (label ~ /^[>|]/) label = ""
            gsub(/^["\047]|["\047]$/, "", label)
        }
        END { done() }' "$1"
}
