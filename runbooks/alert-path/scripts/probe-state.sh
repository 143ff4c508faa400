#!/bin/sh
# Does the probe of probe-start.sh run here, and is there a program that pages? Changes nothing.
# environment: PLACE, PAGE_COMMAND
# Prints JSON: running, can_page.
set -u
PLACE=${PLACE:-${HOME:-/root}/.blackstart-probe} PAGE_COMMAND=${PAGE_COMMAND:-/usr/local/bin/page}

running=false
pid=$(cat "$PLACE/pid" 2>/dev/null)
if [ -n "$pid" ] && tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -q blackstart-probe; then running=true; fi
can_page=false
[ ! -x "$PAGE_COMMAND" ] || can_page=true
printf '{"running": %s, "can_page": %s}\n' "$running" "$can_page"
