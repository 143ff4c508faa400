#!/bin/sh
# Puts /etc/resolv.conf back as it was. Refuses (exit 3) when somebody else has written it since.
# environment: RESOLV_CONF (/etc/resolv.conf)
set -u
RESOLV_CONF=${RESOLV_CONF:-/etc/resolv.conf}
kept=$RESOLV_CONF.before-blackstart

if [ ! -e "$kept" ] && [ ! -L "$kept" ]; then
    echo "nothing was kept, so nothing is put back"
    exit 0
fi
if ! grep -q '^# blackstart: emergency' "$RESOLV_CONF"; then
    echo "$RESOLV_CONF was written by somebody else since; compare it with $kept" >&2
    exit 3
fi
mv -f "$kept" "$RESOLV_CONF"
