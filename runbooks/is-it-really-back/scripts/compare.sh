#!/bin/sh
# What of the good day is missing on this host? Changes nothing.
# environment: BASELINE, STORE_ENDPOINT, STORE_TLS (folder with server-ca.crt, server-client.crt and -.key, or none)
# Prints JSON: then (lines of the good day), missing, new, revision and revision_then (of the state store, 0: none),
# saved_seconds_ago; what is missing goes to standard error. Without a good day nothing is said.
set -u
export LC_ALL=C
BASELINE=${BASELINE:-/var/lib/blackstart/good-day} STORE_ENDPOINT=${STORE_ENDPOINT:-http://127.0.0.1:2379}

# One line for each thing that must be there; nothing that hangs on a dead mount is asked.
collect() {
    # What somebody enabled or started at boot; what only a question on the bus starts comes and goes.
    systemctl show '*.service' -p Id,SubState,UnitFileState 2>/dev/null | awk -F= '
        function told() { if (id != "" && sub_state == "running" && state != "static" && state != "transient" && id !~ /^(user@|blackstart-)/) print "unit " id }
        /^$/ { told(); id = ""; sub_state = ""; state = "" }
        $1 == "Id" { id = $2 }
        $1 == "SubState" { sub_state = $2 }
        $1 == "UnitFileState" { state = $2 }
        END { told() }'
    systemctl list-units --type=timer --state=active --plain --no-legend --no-pager 2>/dev/null | awk '{ print "unit " $1 }'
    awk '$3 !~ /^(proc|sysfs|tmpfs|devtmpfs|devpts|cgroup2?|mqueue|bpf|tracefs|debugfs|securityfs|pstore|overlay|nsfs|autofs|hugetlbfs|configfs|fusectl|binfmt_misc|ramfs|efivarfs|squashfs)$/ { print "mount " $2 " " $3 }' /proc/self/mounts | grep -v '^mount /run/'
    ss -Hltn 2>/dev/null | awk '{ n = split($4, part, ":"); if (part[n] < 32768) print "listens " part[n] }'
    for bond in /sys/class/net/*/bonding/active_slave; do
        [ -r "$bond" ] || continue
        read -r slave <"$bond"
        name=${bond#/sys/class/net/}
        [ -z "$slave" ] || echo "bond ${name%%/*} has an active slave"
    done
    ip -4 route show default 2>/dev/null | sed 's/ proto .*//; s/^/route /; s/ *$//'
    awk '$1 == "nameserver" { print "resolver " $2 }' /etc/resolv.conf 2>/dev/null
    if command -v kubectl >/dev/null 2>&1; then
        # counts of kinds, so that one pod with a new name is none that is missing
        kubectl --request-timeout=5s get deploy,sts,ds,pvc -A -o name 2>/dev/null | sed 's/^/object /'
        kubectl --request-timeout=5s get nodes --no-headers 2>/dev/null | awk '$2 == "Ready" { print "ready " $1 }'
    fi
}

revision() {
    command -v etcdctl >/dev/null 2>&1 || return 0
    if [ "${STORE_TLS:-none}" != none ]; then
        export ETCDCTL_CACERT="$STORE_TLS/server-ca.crt" ETCDCTL_CERT="$STORE_TLS/server-client.crt" ETCDCTL_KEY="$STORE_TLS/server-client.key"
    fi
    ETCDCTL_API=3 etcdctl --endpoints="$STORE_ENDPOINT" --dial-timeout=2s --command-timeout=4s endpoint status -w json 2>/dev/null |
        sed -n 's/.*"revision":\([0-9]*\).*/\1/p'
}

[ -r "$BASELINE" ] || {
    echo "no good day was saved here, so nobody can say what is missing" >&2
    echo '{}'
    exit 0
}
now=$(collect | sort -u)
missing=$(grep -v '^revision' "$BASELINE" | sort -u | { printf '%s\n' "$now" | comm -13 - /dev/fd/3; } 3<&0)
new=$(grep -v '^revision' "$BASELINE" | sort -u | { printf '%s\n' "$now" | comm -23 - /dev/fd/3; } 3<&0)
then_revision=$(sed -n 's/^revision //p' "$BASELINE")
now_revision=$(revision)
printf '%s\n' "$missing" | sed '/^$/d; s/^/missing: /' >&2
# A store that was there and does not answer has no revision; that is unknown, and not nothing.
printf '{"then": %s, "missing": %s, "new": %s, "revision_then": %s, "saved_seconds_ago": %s' \
    "$(grep -cv '^revision' "$BASELINE")" "$(printf '%s\n' "$missing" | grep -c .)" \
    "$(printf '%s\n' "$new" | grep -c .)" "${then_revision:-0}" "$(($(date +%s) - $(stat -c %Y "$BASELINE")))"
if [ -z "$then_revision" ]; then
    printf ', "revision": 0'
elif [ -n "$now_revision" ]; then
    printf ', "revision": %s' "$now_revision"
fi
printf '}\n'
