#!/bin/sh
# shellcheck disable=SC2034,SC2154
# Stands between claim.sh and act.sh, receipt.sh, disarm.sh or release.sh: who may act on this host.
# A fence is a file EPOCH.INSTALLATION in the directory "fences" beside the claims, one line: ENDS BOOT STATE RUN WHO
#   ENDS  seconds of uptime until which it keeps other installations out, in the boot BOOT · STATE  taking | held | free
# There is no lock, so nothing that died can block one. Who wants the host writes its fence first and looks then:
# of two that come at the same moment at least one sees the other and goes. The highest epoch of an installation
# stays there when it is given up: what has a lower one is refused for good.

# fence_at PLACE "EPOCH INSTALLATION SECONDS SEIZE RUN WHO"
fence_at() {
    fences=$1/fences
    # shellcheck disable=SC2086
    set -- $2
    epoch=$1 installation=$2 lease=$3 seize=$4 run=$5 who=$6
    ends=0 of='' state='' holder='' number=0
    own=$fences/$epoch.$installation
    { read -r up rest </proc/uptime; } 2>/dev/null || up=0
    up=${up%%.*}
    boot=$(this_boot) || boot=unknown
    mkdir -p "$fences" 2>/dev/null
}

# Reads the fence in a file; true while it keeps others out.
counts() {
    { read -r ends of state holder <"$1"; } 2>/dev/null || return 1
    [ "$of" = "$boot" ] && [ "$ends" -gt "$up" ]
}

# put_fence FILE ENDS STATE "RUN WHO"
put_fence() {
    printf '%s %s %s %s\n' "$2" "$boot" "$3" "$4" >"$fences/.$$" && mv "$fences/.$$" "$1"
} 2>/dev/null

# Sets number to the epoch of a fence's file; false where there is none.
number_of() {
    number=${1##*/}
    number=${number%%.*}
    [ "$number" != '*' ]
}

# Has a later epoch of this installation been here?
superseded() {
    for file in "$fences"/*."$installation"; do
        if number_of "$file" && [ "$number" -gt "$epoch" ]; then
            counts "$file"
            return 0
        fi
    done
    return 1
}

# Has this installation a fence here, of whatever epoch? Then the place was not emptied since.
been_here() {
    for file in "$fences"/*."$installation"; do
        if [ -e "$file" ]; then return 0; fi
    done
    return 1
}

# Has an action of that run been started here and not ended, or may a guard still undo one? Nobody's decision puts that
# aside while it runs: what is sent next would be undone by a guard that it knows nothing of.
at_work() {
    for begun in "${fences%/*}/$1"-*; do
        if [ ! -d "$begun" ] || [ -e "$begun/void" ]; then continue; fi
        if [ ! -e "$begun/exit" ] || guarded "$begun"; then return 0; fi
    done
    return 1
}

# Is there a guard of that claim which was not told to leave it?
guarded() (
    dir=$1
    { read -r guard <"$dir/guard"; } 2>/dev/null && alive "$guard" \
        && ! grep -qx disarmed "$dir/decision" 2>/dev/null
)

# True when this process may act; else sets why. Ours keeps counting where it did.
take_fence() {
    had=no held=no limit=$((up + lease))
    for file in "$fences"/*."$installation"; do
        counts "$file" || continue
        had=yes
        [ "$ends" -le "$limit" ] || limit=$ends
        [ "$state" != held ] || [ "$ends" -le "$((up + 5))" ] || held=yes
    done
    state=taking
    [ "$held" = no ] || state=held
    why="the fence $own cannot be written"
    put_fence "$own" "$limit" "$state" "$run $who" && counts "$own" || return 1
    if superseded; then
        rm -f "$own"
        why="superseded $number $holder"
        return 1
    fi
    for file in "$fences"/*.*; do
        case $file in *."$installation") continue ;; esac
        counts "$file" || continue
        # what has been ours all along is not given up to one that is only asking
        if [ "$held" = yes ] && [ "$state" = taking ]; then continue; fi
        number_of "$file"
        why="fenced $number $((ends - up)) $holder"
        if [ "$seize" = yes ]; then
            if at_work "${holder%% *}"; then
                why="working ${why#fenced }"
            elif put_fence "$file" 0 free "$holder"; then
                continue
            fi
        fi
        [ "$had" = yes ] || put_fence "$own" 0 free "$run $who"
        return 1
    done
    why="the fence $own cannot be written"
    put_fence "$own" "$limit" held "$run $who" || return 1
    drop_lower
}

# What an older epoch of ours left is said by this one.
drop_lower() {
    for file in "$fences"/*."$installation"; do
        if number_of "$file" && [ "$number" -lt "$epoch" ]; then rm -f "$file"; fi
    done
}

# From here on older epochs of ours are refused; whom it keeps out does not change. False when a later one was here.
raise_fence() {
    [ -e "$own" ] || put_fence "$own" 0 free "$run $who"
    ! superseded
}
