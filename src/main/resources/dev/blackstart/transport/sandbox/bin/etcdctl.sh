#!/bin/sh
# etcdctl, in the world: talks to the store of its own host.
here=${0%/*}
# shellcheck source=../lib/world.sh
. "$here/../lib/world.sh"
deadline=5
while [ $# -gt 0 ]; do
    case $1 in
    --command-timeout=*) deadline=$(seconds_of "${1#*=}") ;;
    --*) ;;
    *) break ;;
    esac
    shift
done
verb=${1:?command}
shift
late() {
    case $1 in
    28) echo "Error: context deadline exceeded" >&2 ;;
    *) echo "Error: dial tcp 127.0.0.1:2379: connect: connection refused" >&2 ;;
    esac
    exit 1
}
ask() { answer=$(ask_store "$deadline" "$@") || late $?; }
status() {
    sum=$(tail -n 1 "$1") || exit 1
    if [ "$(sed '$d' "$1" | sha256sum | cut -d' ' -f1)" != "${sum#sha256 }" ]; then
        echo "Error: snapshot file integrity check failed" >&2
        exit 1
    fi
    revision=$(sed -n 's/^revision //p' "$1")
    keys=$(grep -c '^key ' "$1")
    size=$(wc -c <"$1" | tr -d ' ')
    hash=$(cksum <"$1" | cut -d' ' -f1)
    printf '{"hash":%s,"revision":%s,"totalKey":%s,"totalSize":%s}\n' "$hash" "$revision" "$keys" "$size"
}
case $verb in
version) printf 'etcdctl version: 3.4.23\nAPI version: 3.4\n' ;;
endpoint)
    ask "$1"
    case $1 in
    health) echo "127.0.0.1:2379 is healthy: successfully committed proposal: took = 1.2ms" ;;
    *) echo "$answer" ;;
    esac
    ;;
get | put)
    while case ${1:-} in --*) true ;; *) false ;; esac do shift; done
    ask "$verb" "$@"
    echo "$answer"
    ;;
alarm) ask health ;;
snapshot)
    what=$1 file=$2
    case $what in
    save)
        ask snapshot
        printf '%s\n' "$answer" >"$file.part"
        mv "$file.part" "$file"
        echo "Snapshot saved at $file"
        ;;
    status) status "$file" ;;
    *) echo "Error: unknown command $what" >&2 && exit 1 ;;
    esac
    ;;
*) echo "Error: unknown command $verb for etcdctl" >&2 && exit 1 ;;
esac
