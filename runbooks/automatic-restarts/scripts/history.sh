#!/bin/sh
# Did UNIT restart while packages were upgraded, in the last DAYS days? Changes nothing.
# environment: UNIT, DAYS, PACKAGE (systemd), APT_LOG (/var/log/apt/history.log), JOURNAL_FILE (instead of journalctl)
# Prints JSON: upgrades, unattended (how many of them went in by themselves), restarts, after_libraries (restarts
# during or shortly after an upgrade without PACKAGE), after_package (with it). The moments go to standard error.
set -u
export LC_ALL=C
UNIT=${UNIT:-systemd-networkd} DAYS=${DAYS:-8} PACKAGE=${PACKAGE:-systemd}
APT_LOG=${APT_LOG:-/var/log/apt/history.log}
since=$(($(date +%s) - DAYS * 86400))

# Moments, in seconds, at which the unit was started.
starts() {
    if [ -n "${JOURNAL_FILE:-}" ]; then
        cat "$JOURNAL_FILE"
    else
        timeout -k 1 20 journalctl --no-pager -q -o short-unix -u "$UNIT" --since "@$since" 2>/dev/null
    fi | grep -E 'systemd\[1\]: Started ' | cut -d. -f1
}

# START|END|with or without|by itself or by hand, one line for each run of apt.
upgrades() {
    { zcat -f "$APT_LOG".*.gz 2>/dev/null; cat "$APT_LOG".[0-9] "$APT_LOG" 2>/dev/null; } | awk -v package="$PACKAGE" '
        /^Start-Date:/ { start = $2 " " $3; line = ""; what = "without"; how = "hand" }
        /^Commandline:.*unattended-upgrade/ { how = "itself" }
        /^Upgrade:/ {
            n = split(substr($0, 10), parts, /\), /)
            for (i = 1; i <= n; i++) { split(parts[i], name, ":"); gsub(/ /, "", name[1]); if (name[1] == package) what = "with" }
            line = "yes"
        }
        /^End-Date:/ { if (line != "") print start "|" $2 " " $3 "|" what "|" how }'
}

starts_list=$(starts)
restarts=$(printf '%s\n' "$starts_list" | grep -c .)
upgrades=0 unattended=0 after_libraries=0 after_package=0
while IFS='|' read -r start end what how; do
    [ -n "$start" ] || continue
    from=$(date -d "$start" +%s) || continue
    to=$(date -d "$end" +%s) || continue
    [ "$from" -ge "$since" ] || continue
    upgrades=$((upgrades + 1))
    [ "$how" = hand ] || unattended=$((unattended + 1))
    for moment in $starts_list; do
        if [ "$moment" -ge "$from" ] && [ "$moment" -le $((to + 120)) ]; then
            echo "$UNIT started $(date -u -d "@$moment" +%Y-%m-%dT%H:%M:%SZ), upgrade $what $PACKAGE by $how" >&2
            if [ "$what" = with ]; then
                after_package=$((after_package + 1))
            else
                after_libraries=$((after_libraries + 1))
            fi
        fi
    done
done <<EOF
$(upgrades)
EOF
printf '{"upgrades": %s, "unattended": %s, "restarts": %s, "after_libraries": %s, "after_package": %s}\n' \
    "$upgrades" "$unattended" "$restarts" "$after_libraries" "$after_package"
