#!/bin/sh
# ipmitool, in the world: the power of the host whose management address is given.
here=${0%/*}
# shellcheck source=../lib/world.sh
. "$here/../lib/world.sh"
target=
while getopts 'I:H:U:P:f:E' option; do
    case $option in
    H) target=$OPTARG ;;
    *) ;;
    esac
done
shift $((OPTIND - 1))
name=$(named "$target")
[ -n "$name" ] || { echo "Error: Unable to establish IPMI v2 / RMCP+ session" >&2 && exit 1; }
case "$*" in
'chassis power status' | 'power status') echo "Chassis Power is on" ;;
'chassis power cycle' | 'power cycle' | 'chassis power reset' | 'power reset')
    attempt "power cycle $name"
    restart_host "$name"
    echo "Chassis Power Control: Cycle"
    ;;
*) echo "Invalid command: $*" >&2 && exit 1 ;;
esac
