#!/bin/sh
# arping, in the world.
here=${0%/*}
# shellcheck source=../lib/world.sh
. "$here/../lib/world.sh"
count=3 wait=3
while getopts 'c:w:I:s:fqbDUA' option; do
    case $option in
    c) count=$OPTARG ;;
    w) wait=$(seconds_of "$OPTARG") ;;
    *) ;;
    esac
done
shift $((OPTIND - 1))
address=${1:?address}
echo "ARPING $address"
if answers "$address"; then
    i=0
    while [ "$i" -lt "$count" ]; do
        echo "60 bytes from 02:00:7f:4d:00:01 ($address): index=$i time=211.402 usec"
        i=$((i + 1))
    done
    exit 0
fi
sleep "$wait"
echo "Timeout"
echo "Sent $count probe(s) ($count broadcast(s))"
echo "Received 0 response(s)"
exit 1
