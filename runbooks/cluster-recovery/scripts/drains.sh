#!/bin/sh
# Which drains of the store's log are at work on this host? Changes nothing.
# environment: STORE_PROCESS (etcd) · DRAIN_DIR (/var/log/blackstart, else ~/.local/state/blackstart)
# Prints JSON: drains (how many), said (process and what it reads).
set -u
drains=0 said=''
for note in "${DRAIN_DIR:-/var/log/blackstart}/${STORE_PROCESS:-etcd}"-*.drain \
    "${HOME:-/nonexistent}/.local/state/blackstart/${STORE_PROCESS:-etcd}"-*.drain; do
    [ -e "$note" ] || continue
    drain=$(cat "$note")
    end=$(tr '\000' '\n' <"/proc/$drain/cmdline" 2>/dev/null | sed -n 's|^\(/proc/[0-9]*/fd/[0-9]*\)$|\1|p')
    [ -n "$end" ] || continue
    drains=$((drains + 1)) said="$said${said:+, }$drain $end"
done
printf '{"drains":%s,"said":"%s"}\n' "$drains" "$said"
