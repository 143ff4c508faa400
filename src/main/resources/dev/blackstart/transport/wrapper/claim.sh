#!/bin/sh
# Stands before act.sh and receipt.sh: where a claim is kept and how it is taken is one text for both.

# Which boot this is; empty where the host does not say. Another place only for hosts that share a kernel.
this_boot() { cat "${BLACKSTART_BOOT_ID:-/proc/sys/kernel/random/boot_id}"; } 2>/dev/null

# Calls its words with the directories that claims may be kept in, best first.
with_places() {
    if [ -n "${BLACKSTART_CLAIMS:-}" ]; then
        "$@" "$BLACKSTART_CLAIMS"
    elif [ "$(id -u)" = 0 ]; then
        "$@" /run/blackstart "${HOME:-/root}/.cache/blackstart"
    else
        "$@" "${HOME:-/nonexistent}/.cache/blackstart"
    fi
}

# True when every place that is there can be looked into.
readable() {
    for place in "$@"; do
        [ ! -e "$place" ] || { [ -r "$place" ] && [ -x "$place" ]; } || return 1
    done
}

# A directory claims are kept in: ours alone, no symbolic link.
usable() { mkdir -p "$1" && [ ! -L "$1" ] && chmod 700 "$1" && [ -w "$1" ]; } 2>/dev/null

# settle CLAIM PLACE...: sets dir to the claim, whoever has it or will make it; false, and nothing, when no place
# can be written. Making it is atomic: it happens once and for one caller.
settle() {
    dir=
    name=$1
    shift
    for place in "$@"; do
        if [ -e "$place/$name" ]; then
            dir=$place/$name
            return 0
        fi
        if [ -z "$dir" ] && usable "$place"; then dir=$place/$name; fi
    done
    [ -n "$dir" ]
}

# Names of claims are kept apart from them, before they are made: one that was taken away since is told from one that
# never was. What is older than the last few thousand is not told any more.
note() {
    notes=${dir%/*}/fences/begun
    mkdir -p "${notes%/*}" || return 1
    if [ -e "$notes" ] && [ "$(wc -c <"$notes")" -gt 262144 ]; then mv "$notes" "$notes-before"; fi
    printf '%s\n' "$name" >>"$notes"
} 2>/dev/null
noted() { cat "${dir%/*}/fences/begun" "${dir%/*}/fences/begun-before" | grep -qxF "$name"; } 2>/dev/null

# Is a process of the claim dir still there, and is it ours?
alive() { tr '\000' '\n' <"/proc/$1/cmdline" | grep -qxF "$dir"; } 2>/dev/null
