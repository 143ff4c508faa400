#!/bin/sh
# ip, in the world: one interface.
here=${0%/*}
# shellcheck source=../lib/world.sh
. "$here/../lib/world.sh"
address=$(awk -v name="$self" '$2 == name { print $1 }' "$world/net/hosts")
state=UP carrier=LOWER_UP
if struck link_down "$self"; then state=DOWN carrier=NO-CARRIER; fi
while case ${1:-} in -*) true ;; *) false ;; esac do shift; done
case "$*" in
'route get '*)
    echo "$3 dev eth0 src $address uid 0"
    ;;
a* | l*) echo "eth0 $state $address/24 <BROADCAST,MULTICAST,UP,$carrier>" ;;
n*) awk -v name="$self" '$2 != name { print $1 " dev eth0 lladdr 02:00:7f:4d:00:01 REACHABLE" }' "$world/net/hosts" ;;
*) exit 1 ;;
esac
