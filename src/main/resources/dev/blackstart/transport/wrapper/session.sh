#!/bin/sh
# shellcheck disable=SC2154
# Stands before carry.sh and work.sh: the processes of one command. Its session is named by payload, the id of its
# first process; what leaves it, as a daemon does, is no part of it any more.

# Prints the living processes of the command's session.
members() {
    for stat in /proc/[0-9]*/stat; do
        read -r line <"$stat" || continue
        # the name in parentheses may hold anything; what follows is state, parent, group, session
        # shellcheck disable=SC2086
        set -- ${line##*) }
        if [ "${4:-}" = "$payload" ] && [ "$1" != Z ]; then
            stat=${stat#/proc/}
            echo "${stat%/stat}"
        fi
    done 2>/dev/null
}

# Sends a signal to what is left of the session and gives it time to end; false when something lives on.
stop() {
    left=$2
    for member in $(members); do kill -s "$1" "$member" 2>/dev/null; done
    while [ -n "$(members)" ]; do
        [ "$left" -gt 0 ] || return 1
        left=$((left - 1))
        sleep 1
    done
}
