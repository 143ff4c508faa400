#!/bin/sh
# Where does each part of the way of a page stand, and does it take a connection from here? Changes nothing.
# environment: PARTS (NAME=HOST:PORT ...), INSIDE (beginnings of addresses of the failure domain)
# Prints JSON: parts, inside, dead (does not answer, or its name does not resolve); their names go to standard error.
# The resolver of this host is a part as well.
set -u
export LC_ALL=C
PARTS=${PARTS:?} INSIDE=${INSIDE:?}

parts=0 inside=0 dead=0
stands_inside() {
    for prefix in $INSIDE; do
        case $1 in "$prefix"*) return 0 ;; esac
    done
    return 1
}
resolvers=$(awk '$1 == "nameserver" { print $2 }' "${RESOLV_CONF:-/etc/resolv.conf}" 2>/dev/null)
for resolver in $resolvers; do
    parts=$((parts + 1))
    if stands_inside "$resolver"; then
        inside=$((inside + 1))
        echo "inside: resolver $resolver" >&2
    fi
done
for part in $PARTS; do
    parts=$((parts + 1))
    name=${part%%=*} where=${part#*=}
    host=${where%:*} port=${where##*:}
    address=$(timeout -k 1 5 getent ahosts "$host" | awk 'NR == 1 { print $1 }')
    if [ -z "$address" ]; then
        dead=$((dead + 1))
        echo "dead: $name, the name $host does not resolve" >&2
        continue
    fi
    if stands_inside "$address"; then
        inside=$((inside + 1))
        echo "inside: $name at $address" >&2
    fi
    # shellcheck disable=SC2016
    if ! timeout -k 1 3 bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$address" "$port" 2>/dev/null; then
        dead=$((dead + 1))
        echo "dead: $name at $address, port $port" >&2
    fi
done
printf '{"parts": %s, "inside": %s, "dead": %s}\n' "$parts" "$inside" "$dead"
