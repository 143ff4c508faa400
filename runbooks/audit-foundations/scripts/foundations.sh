#!/bin/sh
# Where do the foundations stand that this host needs: resolvers, time, and PARTS? Changes nothing.
# environment: PARTS (NAME=HOST:PORT ...), INSIDE (beginnings of addresses of the failure domain)
# Prints JSON: parts, inside, by_name (that are reached by a name, so they need the resolver), dead; their names go to
# standard error.
set -u
export LC_ALL=C
PARTS=${PARTS:-} INSIDE=${INSIDE:?}

parts=0 inside=0 by_name=0 dead=0
weigh() { # NAME ADDRESS
    parts=$((parts + 1))
    for prefix in $INSIDE; do
        case $2 in "$prefix"*)
            inside=$((inside + 1))
            echo "inside: $1 at $2" >&2
            return
            ;;
        esac
    done
}
resolvers=$(awk '$1 == "nameserver" { print $2 }' "${RESOLV_CONF:-/etc/resolv.conf}" 2>/dev/null)
# The stub of systemd-resolved hides who really answers.
case $resolvers in *127.0.0.53*)
    resolvers=$(timeout -k 1 5 resolvectl dns 2>/dev/null | sed 's/^[^:]*: *//' | tr ' ' '\n' | grep . | sort -u)
    ;;
esac
for resolver in $resolvers; do weigh resolver "$resolver"; done
times=$(timeout -k 1 5 chronyc -n sources 2>/dev/null | awk '$1 ~ /^\^/ { print $2 }')
for source in ${times:-$(timedatectl show-timesync -p ServerAddress --value 2>/dev/null)}; do weigh time "$source"; done
for part in $PARTS; do
    name=${part%%=*} where=${part#*=}
    host=${where%:*} port=${where##*:}
    case $host in *[A-Za-z]*)
        by_name=$((by_name + 1))
        echo "by name: $name at $host" >&2
        ;;
    esac
    address=$(timeout -k 1 5 getent ahosts "$host" | awk 'NR == 1 { print $1 }')
    if [ -z "$address" ]; then
        parts=$((parts + 1)) dead=$((dead + 1))
        echo "dead: $name, the name $host does not resolve" >&2
        continue
    fi
    weigh "$name" "$address"
    # shellcheck disable=SC2016
    if ! timeout -k 1 3 bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$address" "$port" 2>/dev/null; then
        dead=$((dead + 1))
        echo "dead: $name at $address, port $port" >&2
    fi
done
printf '{"parts": %s, "inside": %s, "by_name": %s, "dead": %s}\n' "$parts" "$inside" "$by_name" "$dead"
