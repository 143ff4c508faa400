#!/bin/sh
# Ends the connections to PORTS that are stuck, and no others: their programs get an error at once and connect anew,
# where they would have waited for up to two hours.
# environment: PORTS, WAIT
# Exit 4: the kernel cannot end a single connection (CONFIG_INET_DIAG_DESTROY).
set -u
export LC_ALL=C
PORTS=${PORTS:-5432 6379} WAIT=${WAIT:-30}

FILTER=
for port in $PORTS; do FILTER="${FILTER:+$FILTER or }dport = :$port"; done
export FILTER WAIT

# Runs inside one network namespace; it keeps that open even when the last process there ends with its connection.
# shellcheck disable=SC2016
inside='
    failed=0
    stuck=$(timeout -k 1 5 ss -Htnio state established "( $FILTER )" |
        awk "/^[^ \t]/ && n++ { printf \"\n\" } { printf \"%s \", \$0 } END { if (n) printf \"\n\" }" |
        awk -v wait="$WAIT" "
            function ms(name,    at) {
                at = match(\$0, \" \" name \":[0-9]+\")
                return at ? substr(\$0, RSTART + length(name) + 2, RLENGTH - length(name) - 2) + 0 : -1
            }
            /timer:\(on,[^,]*,[1-9]/ || ms(\"lastsnd\") >= 0 && ms(\"lastsnd\") < ms(\"lastrcv\") && ms(\"lastrcv\") > wait * 1000 {
                print \$3, \$4
            }")
    while read -r here there; do
        [ -n "$here" ] || continue
        said=$(timeout -k 1 5 ss -HK -tn state established src "$here" dst "$there" 2>&1)
        case $said in
        *"$there"*) echo "ended: $here to $there" ;;
        *)
            echo "not ended: $here to $there: ${said:-the kernel cannot}" >&2
            failed=4
            ;;
        esac
    done <<EOF
$stuck
EOF
    exit "$failed"'

for process in /proc/[0-9]*; do
    echo "$(readlink "$process/ns/net" 2>/dev/null) ${process#/proc/}"
done | awk '$1 ~ /^net:/ && !seen[$1]++ { print $2 }' | {
    worst=0
    while read -r pid; do
        nsenter -t "$pid" -n sh -c "$inside" </dev/null || worst=$?
    done
    exit "$worst"
}
