#!/bin/sh
# shellcheck disable=SC2034,SC2154,SC2317
# Looks at one action that is at work on this host, or stops it. Its text follows those of claim.sh, fence.sh and
# session.sh. usage: work.sh NONCE CLAIM STOP FENCE
#   STOP    yes: TERM to all processes of the command's session, and KILL to what is left of them 10 s later
# Prints "NONCE work" and one of: working SILENT (seconds in which it has printed nothing; - where the host
# cannot tell), then the end of what it printed last | stopped (nothing of it is left) | alive (not all of it could be
# stopped) | ended (before this) | gone (there is no claim, or no process of it) | hidden (claims cannot be read, or a
# later epoch has been here)
set -u
umask 077
nonce=$1 claim=$2 ending=$3 fence=$4

say() {
    echo "$nonce work $*"
    exit 0
}

with_places readable || say hidden
with_places find_claim || say gone
if [ -n "$fence" ]; then
    fence_at "${dir%/*}" "$fence"
    raise_fence || say hidden
fi
[ ! -e "$dir/exit" ] || say ended
{ read -r carrier <"$dir/carrier" && read -r payload <"$dir/pid"; } 2>/dev/null || say gone
alive "$carrier" || say gone

if [ "$ending" = yes ]; then
    : >"$dir/stop" || say hidden
    stop TERM 10 || stop KILL 5 || say alive
    say stopped
fi

last=out
[ -z "$(find "$dir/err" -newer "$dir/out" 2>/dev/null)" ] || last=err
[ -s "$dir/$last" ] || last=out
[ -s "$dir/$last" ] || last=err
now=$(date +%s)
then=$(stat -c %Y "$dir/$last" 2>/dev/null) || then=''
silent=-
[ -z "$then" ] || silent=$((now - then))
echo "$nonce work working $silent"
tail -c 1000 "$dir/$last" 2>/dev/null
exit 0
