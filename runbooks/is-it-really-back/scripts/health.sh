#!/bin/sh
# Which units have failed, and which were started again lately without anybody asking? Changes nothing.
# environment: SETTLED (minutes)
# Prints JSON: failed, restarted; their names go to standard error.
set -u
export LC_ALL=C
SETTLED=${SETTLED:-10}

systemctl is-system-running >/dev/null 2>&1
failed=$(systemctl list-units --state=failed --plain --no-legend --no-pager | awk '{ print $1 }') || exit 4
read -r up rest </proc/uptime
: "$rest"
restarted=$(systemctl show '*.service' -p Id,NRestarts,ActiveEnterTimestampMonotonic 2>/dev/null |
    awk -F= -v now="${up%%.*}" -v settled="$SETTLED" '
        function told() { if (id != "" && n > 0 && (at == 0 || now - at / 1000000 < settled * 60)) print id }
        /^$/ { told(); id = ""; n = 0; at = 0 }
        $1 == "Id" { id = $2 }
        $1 == "NRestarts" { n = $2 }
        $1 == "ActiveEnterTimestampMonotonic" { at = $2 }
        END { told() }')
printf '%s\n' "$failed" | sed '/^$/d; s/^/failed: /' >&2
printf '%s\n' "$restarted" | sed '/^$/d; s/^/goes round: /' >&2
printf '{"failed": %s, "restarted": %s}\n' "$(printf '%s\n' "$failed" | grep -c .)" "$(printf '%s\n' "$restarted" | grep -c .)"
