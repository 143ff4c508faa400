#!/bin/sh
# systemctl, in the world: knows the daemon of its own host, and no other unit.
here=${0%/*}
# shellcheck source=../lib/world.sh
. "$here/../lib/world.sh"
while case ${1:-} in -*) true ;; *) false ;; esac do shift; done
verb=${1:-status}
shift
unit='' wanted=''
while [ $# -gt 0 ]; do
    case $1 in
    -p | --property)
        wanted=$2
        shift
        ;;
    --property=*) wanted=${1#*=} ;;
    -p*) wanted=${1#-p} ;;
    -*) ;;
    *) unit=${1%.service} ;;
    esac
    shift
done
case $verb in
reboot | poweroff | halt | kexec | soft-reboot | rescue | emergency | suspend | hibernate | isolate)
    attempt "systemctl $verb"
    [ "$verb" != reboot ] || restart_host "$self"
    exit 0
    ;;
daemon-reload | reset-failed) exit 0 ;;
esac
state=$home/units/$unit
if [ ! -d "$state" ]; then
    if [ "$verb" = show ]; then
        printf 'NRestarts=0\nExecMainStartTimestampMonotonic=0\nActiveState=inactive\nSubState=dead\n'
        exit 0
    fi
    echo "Unit $unit.service could not be found." >&2
    exit 4
fi
case $verb in
show)
    read -r restarts <"$state/restarts"
    read -r sub <"$state/sub"
    read -r since <"$state/since"
    active=active
    [ "$sub" = running ] || active=activating
    for property in "NRestarts=$restarts" "ExecMainStartTimestampMonotonic=$since" \
        "ActiveState=$active" "SubState=$sub"; do
        case ,${wanted:-${property%%=*}}, in *,"${property%%=*}",*) echo "$property" ;; esac
    done
    ;;
is-active)
    read -r sub <"$state/sub"
    if [ "$sub" = running ]; then echo active; else echo activating && exit 3; fi
    ;;
restart | start)
    attempt "systemctl $verb $unit"
    rm -f "$state/stuck" "$state/stopped"
    : >"$state/fresh"
    echo auto-restart >"$state/sub"
    echo 0 >"$state/restarts"
    ;;
stop)
    attempt "systemctl stop $unit"
    echo yes >"$state/stopped"
    ;;
status)
    read -r sub <"$state/sub"
    echo "$unit.service: $sub"
    ;;
*) echo "Unknown command verb $verb." >&2 && exit 1 ;;
esac
