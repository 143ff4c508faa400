#!/bin/sh
# curl, in the world: reaches the store of its own host and the web server of a host that answers.
here=${0%/*}
# shellcheck source=../lib/world.sh
. "$here/../lib/world.sh"
wait=10 url='' out='' code=''
while [ $# -gt 0 ]; do
    case $1 in
    -m | --max-time)
        wait=$(seconds_of "$2")
        shift
        ;;
    -o)
        out=$2
        shift
        ;;
    -w)
        code=$2
        shift
        ;;
    -H | --connect-timeout | -X | -d | --cacert | --cert | --key) shift ;;
    -*m[0-9]*) wait=${1##*m} ;;
    -*m)
        wait=$(seconds_of "$2")
        shift
        ;;
    -*) ;;
    *) url=$1 ;;
    esac
    shift
done
rest=${url#*://}
address=${rest%%[:/]*}
fail() {
    echo "curl: ($1) $2" >&2
    exit "$1"
}
case $address in
127.0.0.1 | localhost)
    body=$(ask_store "$wait" health)
    case $? in
    0) ;;
    28) fail 28 "Operation timed out after ${wait}000 milliseconds with 0 bytes received" ;;
    *) fail 7 "Failed to connect to $address: Connection refused" ;;
    esac
    ;;
*)
    if ! answers "$address"; then
        sleep "$wait"
        fail 28 "Connection timed out after ${wait}000 milliseconds"
    fi
    body=ok
    ;;
esac
if [ -n "$out" ]; then printf '%s\n' "$body" >"$out"; else printf '%s\n' "$body"; fi
[ -z "$code" ] || printf '200 0.001 0.002\n'
