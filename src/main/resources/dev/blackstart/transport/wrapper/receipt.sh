#!/bin/sh
# Reads the claim of one action and changes nothing.
# usage: receipt.sh NONCE CLAIM TAIL
# Prints: boot ID, up SECONDS, claim none|found|hidden, and when found: claimed ID, started EPOCH,
# carrier alive|gone, exit WORD STATUS; then "out" and the last TAIL bytes, "NONCE err" and those of the other.
set -u
nonce=$1 claim=$2 tail=$3

first() { read -r line <"$1" && printf '%s\n' "$line"; } 2>/dev/null
# Is the process that carries the action still there, and is it ours?
alive() { tr '\000' '\n' <"/proc/$1/cmdline" | grep -qxF "$dir"; } 2>/dev/null

printf 'blackstart %s receipt\n' "$nonce"
echo "boot $(first /proc/sys/kernel/random/boot_id)"
echo "up $(first /proc/uptime)"
if [ -n "${BLACKSTART_CLAIMS:-}" ]; then
    set -- "$BLACKSTART_CLAIMS"
elif [ "$(id -u)" = 0 ]; then
    set -- /run/blackstart "${HOME:-/root}/.cache/blackstart"
else
    set -- "${HOME:-/nonexistent}/.cache/blackstart"
fi
dir=
for place in "$@"; do
    if [ -e "$place" ] && { [ ! -r "$place" ] || [ ! -x "$place" ]; }; then
        echo "claim hidden"
        exit 0
    fi
    [ -d "$place/$claim" ] && dir=$place/$claim
done
if [ -z "$dir" ]; then
    echo "claim none"
    exit 0
fi
echo "claim found"
# The exit file is looked for last but one: a carrier that ends between the two has left it by then.
carrier=$(first "$dir/carrier")
if [ -n "$carrier" ] && alive "$carrier"; then life=alive; else life=gone; fi
echo "claimed $(first "$dir/boot")"
echo "started $(first "$dir/started")"
echo "carrier $life"
echo "exit $(first "$dir/exit")"
echo out
tail -c "$tail" "$dir/out" 2>/dev/null
printf '\n%s err\n' "$nonce"
tail -c "$tail" "$dir/err" 2>/dev/null
exit 0
