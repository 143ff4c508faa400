#!/bin/sh
# Keeps what a restart pushes out of sight: the daemon's state and journal, and what every thread of the store waits for.
# environment: DAEMON · STORE_PROCESS (etcd)
set -u
date -u
timeout 8 systemctl show "${DAEMON:?}" -p NRestarts,Result,ExecMainStatus,ExecMainStartTimestamp,SubState
timeout 10 journalctl -u "$DAEMON" -q --no-pager -o short-iso-precise -n 500
pid=$(pgrep -xo "${STORE_PROCESS:-etcd}") || exit 0
for task in "/proc/$pid/task"/*; do
    printf '%s %s %s\n' "${task##*/}" "$(cat "$task/wchan" 2>/dev/null)" "$(cut -d' ' -f1,2 "$task/syscall" 2>/dev/null)"
    head -n 3 "$task/stack" 2>/dev/null
done
exit 0
