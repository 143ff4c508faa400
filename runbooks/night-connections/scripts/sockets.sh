#!/bin/sh
# How are this host's and its pods' connections to PORTS? Looks into every network namespace. Changes nothing.
# environment: PORTS (with spaces between), WAIT (seconds after which an answer is late)
# Prints JSON: flows, retransmitting (what was sent is not acknowledged), waiting (it was acknowledged, and no answer
# came for WAIT seconds).
set -u
export LC_ALL=C
PORTS=${PORTS:-5432 6379} WAIT=${WAIT:-30}

command -v ss >/dev/null 2>&1 || {
    echo "ss is not here, so nothing is known" >&2
    exit 4
}
filter=
for port in $PORTS; do filter="${filter:+$filter or }dport = :$port"; done

# One process of each namespace.
for process in /proc/[0-9]*; do
    echo "$(readlink "$process/ns/net" 2>/dev/null) ${process#/proc/}"
done | awk '$1 ~ /^net:/ && !seen[$1]++ { print $2 }' | while read -r pid; do
    # one line for each: ss writes the details below with a tab before them
    timeout -k 1 5 nsenter -t "$pid" -n ss -Htnio state established "( $filter )" 2>/dev/null |
        awk '/^[^ \t]/ && n++ { printf "\n" } { printf "%s ", $0 } END { if (n) printf "\n" }'
done | awk -v wait="$WAIT" '
    function ms(name,    at) {
        at = match($0, " " name ":[0-9]+")
        return at ? substr($0, RSTART + length(name) + 2, RLENGTH - length(name) - 2) + 0 : -1
    }
    {
        flows++
        if ($0 ~ /timer:\(on,[^,]*,[1-9]/) retransmitting++
        else if (ms("lastsnd") >= 0 && ms("lastsnd") < ms("lastrcv") && ms("lastrcv") > wait * 1000) waiting++
    }
    END { printf "{\"flows\": %d, \"retransmitting\": %d, \"waiting\": %d}\n", flows, retransmitting, waiting }'
