#!/bin/sh
# Starts the daemon afresh, also after systemd has given up. Does not wait for it to be ready.
# environment: DAEMON  its unit
set -u
: "${DAEMON:?DAEMON is the unit of the control daemon}"
timeout 60 systemctl stop "$DAEMON" || exit 1
systemctl reset-failed "$DAEMON" 2>/dev/null
systemctl start --no-block "$DAEMON"
