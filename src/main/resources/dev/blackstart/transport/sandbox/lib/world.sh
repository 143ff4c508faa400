#!/bin/sh
# What the world's commands know. Sourced by each of them; `here` is the folder the command lies in.
# shellcheck disable=SC2034,SC2154
world=${here%/*}
mark=${BLACKSTART_WORLD:-none/nobody/}
self=${mark#*/}
self=${self%/}
home=$world/hosts/$self

# Does this fault strike this host?
struck() { grep -qxF "$2" "$world/faults/$1" 2>/dev/null; }

# The name of the host with this address; empty for one that the world does not know.
named() { awk -v address="$1" '$1 == address || $2 == address { print $2; exit }' "$world/net/hosts"; }

# Is this host a member of the group?
member() { awk -v name="$1" '$2 == name { print $3 }' "$world/net/hosts" | tr ',' '\n' | grep -qxF "$2"; }

# Would that host answer this one on the network?
answers() {
    target=$(named "$1")
    [ -n "$target" ] || return 1
    struck link_down "$self" && return 1
    struck link_down "$target" && return 1
    struck gateway_dead "$target" && return 1
    if struck gateway_silent_inside "$target" && ! member "$self" vantage; then return 1; fi
    return 0
}

# Writes down that somebody tried to change the machine; the drill is scored by it.
attempt() { printf '%s %s\n' "$self" "$*" >>"$world/attempts"; }

# Restarts a host of the world, not the machine. A gateway that comes back costs the nodes that still limp.
restart_host() {
    struck gateway_dead "$1" && rm -f "$world/faults/gateway_dead"
    if member "$1" gateways || [ "$1" = gateway1 ]; then
        echo "$1" >"$world/faults/gateway_rebooted"
        for pid in "$world"/hosts/*/run/store.pid; do
            [ -e "$pid" ] && kill -9 "$(cat "$pid")" 2>/dev/null
        done
    fi
    return 0
}

# Asks this host's store and prints its answer. 7: nothing listens · 28: no answer in time
ask_store() {
    seconds=$1
    shift
    store=$(cat "$home/run/store.pid" 2>/dev/null) || return 7
    kill -0 "$store" 2>/dev/null || return 7
    asked=$((${asked:-0} + 1))
    request=$home/requests/$$.$asked
    printf '%s\n' "$*" >"$request.tmp"
    mv "$request.tmp" "$request.ask"
    rounds=$((seconds * 20))
    while [ ! -e "$request.answer" ]; do
        if [ "$rounds" -le 0 ]; then
            rm -f "$request.ask"
            return 28
        fi
        rounds=$((rounds - 1))
        sleep 0.05
    done
    cat "$request.answer"
    rm -f "$request.answer"
}

# Whole seconds of a length of time such as 5s, 120s or 2m.
seconds_of() {
    case $1 in
    *ms) echo 1 ;;
    *m) echo $((${1%m} * 60)) ;;
    *s) echo "${1%s}" ;;
    *.*) echo "${1%%.*}" ;;
    *) echo "$1" ;;
    esac
}
