#!/bin/sh
# Ends a sandbox world when the program that opened it is gone, however it went.
# usage: keeper.sh ID FOLDER USER     standard input: a pipe that the program holds open
#   ID      mark that every process of the world carries in its environment
#   USER    user id that only the world's processes have, or - when they run as the operator's
set -u
id=$1 folder=$2 user=$3
trap '' INT HUP TERM QUIT

# Processes of the world: marked, of its own user, or working in its folder.
members() {
    {
        grep -lsF "BLACKSTART_WORLD=$id/" /proc/[0-9]*/environ
        if [ "$user" != - ]; then
            grep -lsE "^Uid:[[:space:]]+${user}[[:space:]]" /proc/[0-9]*/status
        fi
        for place in /proc/[0-9]*/cwd; do
            case $(readlink "$place") in "$folder" | "$folder"/*) echo "$place" ;; esac
        done
    } 2>/dev/null | cut -d/ -f3 | sort -u
}

cat >/dev/null
cd / || exit 1
calm=0
rounds=0
while [ "$calm" -lt 2 ] && [ "$rounds" -lt 100 ]; do
    left=$(members)
    if [ -z "$left" ]; then
        calm=$((calm + 1))
    else
        calm=0
        for process in $left; do
            [ "$process" = "$$" ] || kill -9 "$process" 2>/dev/null
        done
        sleep 0.05 2>/dev/null || sleep 1
    fi
    rounds=$((rounds + 1))
done
rm -rf "$folder"
