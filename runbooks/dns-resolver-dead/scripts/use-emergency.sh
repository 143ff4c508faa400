#!/bin/sh
# Lets this host ask EMERGENCY instead of its resolver. What stood in /etc/resolv.conf is kept beside it, whether it
# is a file or a link, and is put back by restore.sh. Done twice, it changes nothing more.
# environment: EMERGENCY (address); RESOLV_CONF (/etc/resolv.conf)
set -u
EMERGENCY=${EMERGENCY:?} RESOLV_CONF=${RESOLV_CONF:-/etc/resolv.conf}
kept=$RESOLV_CONF.before-blackstart

if [ ! -e "$kept" ] && [ ! -L "$kept" ]; then
    cp -P -p "$RESOLV_CONF" "$kept" || exit 1
fi
new=$RESOLV_CONF.blackstart
printf '# blackstart: emergency, the original is %s\nnameserver %s\noptions timeout:2 attempts:2\n' \
    "$kept" "$EMERGENCY" >"$new" || exit 1
chmod 644 "$new" && mv -f "$new" "$RESOLV_CONF"
