#!/bin/sh
# What but its log could hold the store's process up? Looks only at /proc and the cgroup, changes nothing.
# environment: STORE_PROCESS  name of its process, as in /proc/PID/comm (etcd)
# Prints JSON: pid (0: no such process), stopped (by a signal or a tracer), frozen (by its cgroup), disk_threads
# (threads that wait for a block device at two looks 0.5 s apart), throttled (its cgroup made it wait for memory between
# the two).
set -u
STORE_PROCESS=${STORE_PROCESS:-etcd}

# The oldest process of that name. Without pgrep every process is looked at.
store() {
    if command -v pgrep >/dev/null 2>&1; then
        pgrep -xo "$STORE_PROCESS"
        return
    fi
    for comm in /proc/[0-9]*/comm; do
        if [ "$(cat "$comm" 2>/dev/null)" = "$STORE_PROCESS" ]; then
            comm=${comm#/proc/}
            echo "${comm%/comm}"
            return
        fi
    done
}

disk_threads() {
    threads=0
    for task in "/proc/$pid/task"/*; do
        read -r line <"$task/stat" 2>/dev/null || continue
        line=${line##*) }
        [ "${line%% *}" != D ] || threads=$((threads + 1))
    done
    echo "$threads"
}

# cgroup.freeze of version 2, freezer.state of version 1
frozen() {
    while IFS=: read -r number controllers path; do
        [ "$number" != 0 ] || [ "$(cat "/sys/fs/cgroup$path/cgroup.freeze" 2>/dev/null)" != 1 ] || return 0
        [ "$controllers" != freezer ] ||
            [ "$(cat "/sys/fs/cgroup/freezer$path/freezer.state" 2>/dev/null)" != FROZEN ] || return 0
    done <"/proc/$pid/cgroup"
    return 1
}

# How often its cgroup was over its high or its highest mark; of version 2 only.
over_memory() {
    while IFS=: read -r number _ path; do
        [ "$number" != 0 ] || cat "/sys/fs/cgroup$path/memory.events" 2>/dev/null
    done <"/proc/$pid/cgroup" | awk '$1 == "high" || $1 == "max" { n += $2 } END { print n + 0 }'
}

pid=$(store)
if [ -z "$pid" ] || [ ! -d "/proc/$pid" ]; then
    echo '{"pid":0,"stopped":false,"frozen":false,"disk_threads":0,"throttled":false}'
    exit 0
fi
stopped=false
case $(sed -n 's/^State:[[:space:]]*\(.\).*/\1/p' "/proc/$pid/status") in T | t) stopped=true ;; esac
frozen=false
if frozen 2>/dev/null; then frozen=true; fi
disk=$(disk_threads)
over=$(over_memory)
sleep 0.5 2>/dev/null || sleep 1
[ "$disk" = 0 ] || disk=$(disk_threads)
throttled=false
[ "$(over_memory)" = "$over" ] || throttled=true
printf '{"pid":%s,"stopped":%s,"frozen":%s,"disk_threads":%s,"throttled":%s}\n' \
    "$pid" "$stopped" "$frozen" "$disk" "$throttled"
