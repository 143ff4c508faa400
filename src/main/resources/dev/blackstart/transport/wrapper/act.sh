#!/bin/sh
# Starts one action on this host at most once, waits for it and hands its output over.
# Its text follows those of claim.sh and fence.sh.
# usage: act.sh CARRY NONCE CLAIM SECONDS BLOCKS INPUT GUARD FENCE BOOT COMMAND...
#   CARRY    text of carry.sh, which runs on when this process or its connection ends
#   CLAIM    name of the claim directory; making it is what makes the action happen once
#   GUARD    text of guard.sh with what undoes the action, started before it; empty: nothing does
#   FENCE    who acts, as fence_at takes it; empty: nobody is kept out
#   BOOT     boot id of which this is approved: claims and fences in memory do not outlive it; empty: any
#   BLOCKS   most 512-byte blocks kept of each stream · INPUT  yes: our standard input is the command's
# Says on standard error, in lines that start with NONCE, which no secret is part of: begin, then as the very last word
# exited STATUS | timeout STATUS | stopped STATUS | alive STATUS | claimed | refused REASON | unseen
set -u
mask=$(umask)
umask 077
carry=$1 nonce=$2 claim=$3 seconds=$4 blocks=$5 input=$6 guard=$7 fence=$8 boot=$9
shift 9

say() { printf '\n%s %s\n' "$nonce" "$*" >&2; }
refuse() {
    say "refused $*"
    exit 96
}
claimed() {
    say claimed
    exit 97
}

# Whoever sends again may not know that what was sent before goes on.
earlier_at_work() {
    new=$dir
    for dir in "${new%/*}/${claim%-*-*}"-*; do
        if [ "$dir" != "$new" ] && [ -d "$dir" ] && [ ! -e "$dir/exit" ] && [ ! -e "$dir/void" ]; then
            { read -r carrier <"$dir/carrier"; } 2>/dev/null && alive "$carrier" && return 0
        fi
    done
    dir=$new
    return 1
}

say begin
for tool in setsid timeout mkfifo cat wc mv id; do
    command -v "$tool" >/dev/null 2>&1 || refuse "the host has no $tool, which every action needs"
done
if [ -n "$boot" ]; then
    now=$(this_boot)
    [ -z "$now" ] || [ "$now" = "$boot" ] || refuse "the host was rebooted since it was last looked at"
fi
dir='' why=''
with_places settle "$claim" || refuse "no receipts: $(id -un 2>/dev/null || id -u) can write no directory for claims"
[ ! -e "$dir" ] || claimed
if [ -n "$fence" ]; then
    fence_at "${dir%/*}" "$fence"
    take_fence || refuse "$why"
fi
if earlier_at_work; then refuse "an earlier attempt of this step is still at work on the host"; fi
note || refuse "that the claim $dir is made cannot be noted beside it"
if ! mkdir "$dir" 2>/dev/null; then
    [ -e "$dir" ] && claimed
    refuse "the claim $dir cannot be made"
fi
this_boot >"$dir/boot"
cut -d. -f1 /proc/uptime >"$dir/up" 2>/dev/null
date +%s >"$dir/started"

# Armed before the action begins, so that there is no moment in which nothing would undo it.
if [ -n "$guard" ]; then
    setsid /bin/sh -c "$guard" blackstart-guard "$dir" "$((seconds + 40))" "$mask" </dev/null >/dev/null 2>&1 &
    left=50
    until [ -e "$dir/guard" ]; do
        left=$((left - 1))
        if [ "$left" -eq 0 ]; then
            : >"$dir/void"
            kill "$!" 2>/dev/null
            echo disarmed >"$dir/decision"
            refuse "what undoes it by itself could not be started, so the action was not"
        fi
        sleep 0.1 2>/dev/null || sleep 1
    done
fi

exec 3<&0 </dev/null
setsid /bin/sh -c "$carry" blackstart-carry "$dir" "$seconds" "$blocks" "$input" "$mask" "$@" >/dev/null 2>&1 &
exec 3<&-
# A claim that tells an end, or that nothing began, is kept for a week; one that does not is all there is to tell. The clock
# may have been set since: of this boot, only the time it is up counts.
{ read -r up rest </proc/uptime; } 2>/dev/null || up=0
young() { [ "$(this_boot)" = "$(cat "$1/boot")" ] && [ "$((${up%%.*} - $(cat "$1/up")))" -lt 604800 ]; } 2>/dev/null
find "${dir%/*}"/* -prune -type d ! -name fences -mtime +7 2>/dev/null | while read -r old; do
    if young "$old"; then continue; fi
    if [ -e "$old/exit" ] || [ -e "$old/void" ] || [ -n "$(find "$old" -prune -mtime +90)" ]; then
        rm -rf "$old"
    fi
done
find "${dir%/*}"/fences -type f -mtime +7 -exec rm -f {} + 2>/dev/null
wait "$!"

show() {
    cat "$dir/$1" 2>/dev/null
    { read -r more <"$dir/$1.more"; } 2>/dev/null || more=0
    [ "$more" -eq 0 ] || printf '\nblackstart: %s more bytes were not kept\n' "$more"
}
show out
show err >&2
if ! { read -r word status <"$dir/exit"; } 2>/dev/null; then
    say unseen
    exit 98
fi
say "$word $status"
exit "$status"
