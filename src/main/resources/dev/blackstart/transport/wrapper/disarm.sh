#!/bin/sh
# shellcheck disable=SC2034,SC2154,SC2317
# Keeps the guard of one action from undoing it, or says that it has. Decided once: it may be repeated.
# Its text follows those of claim.sh and fence.sh. usage: disarm.sh NONCE CLAIM PATIENCE FENCE
# Prints "NONCE guard" and one of: disarmed | reverted STATUS | reverting | unseen (it began to undo,
# and nothing says how that ended) | gone (there is no claim any more) | hidden (claims cannot be read, or a later
# epoch has been here)
set -u
umask 077
nonce=$1 claim=$2 patience=$3 fence=$4

say() {
    echo "$nonce guard $*"
    exit 0
}

with_places readable || say hidden
with_places find_claim || say gone
if [ -n "$fence" ]; then
    fence_at "${dir%/*}" "$fence"
    raise_fence || say hidden
fi
echo disarmed >"$dir/disarmed.$$" 2>/dev/null || say hidden
ln "$dir/disarmed.$$" "$dir/decision" 2>/dev/null
rm -f "$dir/disarmed.$$"
read -r decision <"$dir/decision" || say hidden
[ "$decision" = fired ] || say disarmed
while [ ! -e "$dir/reverted" ]; do
    read -r guard <"$dir/guard" || say unseen
    if ! alive "$guard"; then
        # it may have ended between the two looks
        [ -e "$dir/reverted" ] || say unseen
        break
    fi
    [ "$patience" -gt 0 ] || say reverting
    patience=$((patience - 1))
    sleep 1
done
read -r status <"$dir/reverted" || say unseen
say "reverted $status"
