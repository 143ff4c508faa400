#!/bin/sh
# Keeps what the drain destroys: what every thread of the store waits for, its descriptors, its files.
# Only reads. No signal and no debugger: both would end or stop the store.
# environment: STORE_PROCESS  name of its process (etcd)
set -u
STORE_PROCESS=${STORE_PROCESS:-etcd}
pid=$(pgrep -xo "$STORE_PROCESS") || {
    echo "there is no process $STORE_PROCESS" >&2
    exit 1
}
show() {
    echo "--- $1"
    head -c 65536 "$1" 2>/dev/null || echo "cannot be read as this user"
}
date -u
for file in status limits cgroup mountinfo io; do show "/proc/$pid/$file"; done
echo "--- descriptors"
for link in "/proc/$pid/fd"/*; do
    printf '%s -> %s\n' "${link##*/}" "$(readlink "$link" 2>/dev/null)"
done | head -n 500
for task in "/proc/$pid/task"/*; do
    echo "--- thread ${task##*/} $(cat "$task/comm" 2>/dev/null)"
    printf 'wchan   %s\n' "$(cat "$task/wchan" 2>/dev/null)"
    printf 'syscall %s\n' "$(cat "$task/syscall" 2>/dev/null)"
    cat "$task/stack" 2>/dev/null
done
# the files it has open for its data: their sizes and times
echo "--- open files"
for link in "/proc/$pid/fd"/*; do
    file=$(readlink "$link" 2>/dev/null)
    case $file in
    /*/member/* | /*.db | /*.wal) ls -l "$file" 2>/dev/null ;;
    esac
done
exit 0
