#!/bin/sh
# Keeps what ending everything destroys: processes, ports, mounts, the daemon's state and last words. Only reads.
# environment: DAEMON
set -u
date -u
timeout 5 ps -eo pid,ppid,lstart,stat,wchan:24,args
timeout 5 ss -ltnp
cat /proc/self/mountinfo
timeout 8 systemctl show "${DAEMON:?}" -p NRestarts,Result,ExecMainStatus,ExecMainStartTimestamp,SubState
timeout 10 journalctl -u "$DAEMON" -q --no-pager -o short-iso-precise -n 300
exit 0
