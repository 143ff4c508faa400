#!/bin/sh
# The world's control daemon: runs while the store answers, and is started again and again while it does not.
here=${0%/*}
# shellcheck source=../lib/world.sh
. "$here/../lib/world.sh"
state=$home/units/ctld
put() {
    echo "$2" >"$state/$1.new"
    mv "$state/$1.new" "$state/$1"
}
clock() { awk '{ printf "%.0f\n", $1 * 1000000 }' /proc/uptime; }
while :; do
    if [ -e "$state/stopped" ]; then
        put sub dead
        sleep 0.2
        continue
    fi
    read -r sub <"$state/sub"
    if [ ! -e "$state/stuck" ] && ask_store 2 health >/dev/null; then
        if [ "$sub" != running ]; then
            put since "$(clock)"
            put sub running
            # a daemon that was started afresh reads the store's log again
            if [ -e "$state/fresh" ]; then
                rm -f "$state/fresh"
                cat "$home/run/stderr" >>"$home/log/store.log" &
            fi
            echo "level=info msg=\"control plane is running\"" >>"$home/log/daemon.log"
        fi
    else
        put sub auto-restart
        read -r restarts <"$state/restarts"
        put restarts "$((restarts + 1))"
        echo "level=fatal msg=\"starting control plane: failed to get state store status: context deadline exceeded\"" >>"$home/log/daemon.log"
    fi
    sleep 0.5
done
