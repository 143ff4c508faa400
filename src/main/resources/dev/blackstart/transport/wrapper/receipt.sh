#!/bin/sh
# Reads the claim of one action. Where there is none it takes the claim itself and marks it void, so that
# "none" is final: an action that starts late finds the claim taken. It changes nothing else.
# Its text follows those of claim.sh and fence.sh. usage: receipt.sh NONCE CLAIM TAIL FENCE WAIT
#   FENCE   whose fence is raised before it looks: what has an older epoch can start nothing from then on
#   WAIT    seconds to wait for the end of an action that is at work, so that it is known at once
# Prints: boot ID, up SECONDS, kept some|none|noted (fences of this installation were there before; the claim was begun)
# when there is no claim, claim none|found|hidden (can be neither read nor taken)|superseded EPOCH RUN WHO, and when found: place PATH,
# claimed ID, started EPOCH, carrier alive|gone, exit WORD STATUS; then "out" and the last TAIL bytes, "NONCE err" and those of the other.
set -u
umask 077
nonce=$1 claim=$2 tail=$3 fence=$4 wait=$5

first() { read -r line <"$1" && printf '%s\n' "$line"; } 2>/dev/null

printf '%s receipt\n' "$nonce"
echo "boot $(this_boot)"
echo "up $(first /proc/uptime)"
claim() {
    echo "claim $*"
    exit 0
}
with_places readable || claim hidden
dir='' number='' holder='' kept=some
with_places settle "$claim" || claim hidden
if [ -n "$fence" ]; then
    fence_at "${dir%/*}" "$fence"
    been_here || kept=none
    raise_fence || claim "superseded $number $holder"
fi
none() {
    echo "kept $kept"
    claim none
}
[ -d "$dir" ] || ! noted || kept=noted
if mkdir "$dir" 2>/dev/null; then
    echo "$kept" >"$dir/void"
    none
fi
[ -d "$dir" ] || claim hidden
# Whoever took it a moment ago has yet to say who carries it.
left=10
until [ -e "$dir/carrier" ] || [ -e "$dir/void" ] || [ "$left" -eq 0 ]; do
    left=$((left - 1))
    sleep 0.1 2>/dev/null || sleep 1
done
if [ -e "$dir/void" ]; then
    kept=$(first "$dir/void")
    none
fi
echo "claim found"
# The exit file is looked for last but one: a carrier that ends between the two has left it by then.
carrier=$(first "$dir/carrier")
while [ "$wait" -gt 0 ] && [ ! -e "$dir/exit" ] && [ -n "$carrier" ] && alive "$carrier"; do
    wait=$((wait - 1))
    sleep 1
done
if [ -n "$carrier" ] && alive "$carrier"; then life=alive; else life=gone; fi
echo "place ${dir%/*}"
echo "claimed $(first "$dir/boot")"
echo "started $(first "$dir/started")"
echo "carrier $life"
echo "exit $(first "$dir/exit")"
echo out
tail -c "$tail" "$dir/out" 2>/dev/null
printf '\n%s err\n' "$nonce"
tail -c "$tail" "$dir/err" 2>/dev/null
exit 0
