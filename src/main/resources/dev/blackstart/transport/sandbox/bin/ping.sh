#!/bin/sh
# ping, in the world.
here=${0%/*}
# shellcheck source=../lib/world.sh
. "$here/../lib/world.sh"
count=3 wait=1
while getopts 'c:W:w:i:I:s:nq46' option; do
    case $option in
    c) count=$OPTARG ;;
    W | w) wait=$(seconds_of "$OPTARG") ;;
    *) ;;
    esac
done
shift $((OPTIND - 1))
address=${1:?address}
echo "PING $address ($address) 56(84) bytes of data."
if answers "$address"; then
    i=1
    while [ "$i" -le "$count" ]; do
        echo "64 bytes from $address: icmp_seq=$i ttl=64 time=0.211 ms"
        i=$((i + 1))
    done
    printf '\n--- %s ping statistics ---\n' "$address"
    echo "$count packets transmitted, $count received, 0% packet loss"
    exit 0
fi
sleep "$wait"
printf '\n--- %s ping statistics ---\n' "$address"
echo "$count packets transmitted, 0 received, 100% packet loss"
exit 1
