#!/bin/sh
# journalctl, in the world: the daemon's last lines.
here=${0%/*}
# shellcheck source=../lib/world.sh
. "$here/../lib/world.sh"
tail -n 50 "$home/log/daemon.log" 2>/dev/null || true
