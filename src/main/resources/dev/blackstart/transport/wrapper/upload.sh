#!/bin/sh
# Puts a file in its place, then becomes the command that follows, if there is one.
# usage: upload.sh TO BEFORE AFTER MODE BESIDE KEPT VALIDATE [COMMAND...]     standard input: the new content
#   BEFORE   SHA-256 of the file that must be there, or absent · AFTER  SHA-256 of the new content
#   BESIDE   where the content is written first · KEPT  where the file of before stays (KEPT.before, KEPT.absent, KEPT.by)
# Refuses with exit 65 and a last line "blackstart: …"; nothing was changed then.
set -u
mask=$(umask)
umask 077
to=$1 before=$2 after=$3 mode=$4 beside=$5 kept=$6 validate=$7
shift 7

new=./${beside##*/} kept=./${kept##*/} name=./${to##*/}
refuse() {
    rm -f "$new"
    echo "blackstart: $to was not changed: $*" >&2
    exit 65
}
hash() { sha256sum <"$1" | cut -d ' ' -f 1; }
present() { if [ -e "$name" ]; then hash "$name"; else echo absent; fi; }
unchanged() {
    [ ! -L "$name" ] || refuse "it is a symbolic link now"
    [ "$(present)" = "$before" ] || refuse "somebody changed it after you saw it"
}
# shellcheck disable=SC2012
owner() { ls -nd "$1" | { read -r _ _ user group _ && echo "$user:$group"; }; }

# Every path is taken relative to the folder, which is entered once: nobody can swap it meanwhile.
folder=${to%/*}
cd -P "${folder:-/}" || {
    echo "blackstart: $to was not changed: its folder is not there" >&2
    exit 65
}
unchanged
if [ "$before" != "$after" ]; then
    trap 'rm -f "$new"' EXIT
    trap 'exit 143' HUP INT TERM
    rm -f "$new"
    # made by us and nobody else: -C does not follow what stands there already
    (set -C && : >"$new") 2>/dev/null || refuse "nothing can be written beside it"
    if [ "$before" != absent ]; then
        cp -p "$name" "$new" || refuse "it cannot be read"
        [ "$(owner "$name")" = "$(owner "$new")" ] || refuse "its owner cannot be kept without sudo"
    fi
    cat >"$new" || refuse "the new content cannot be written"
    [ "$(hash "$new")" = "$after" ] || refuse "the content that arrived is not the one that was sent"
    if [ -n "$mode" ]; then
        chmod "$mode" "$new" || refuse "it cannot be given the mode $mode"
    elif [ "$before" = absent ]; then
        chmod 0644 "$new" || refuse "it cannot be given the mode 0644"
    fi
    if [ -n "$validate" ]; then
        (
            umask "$mask"
            exec /bin/sh -c "$validate"
        ) </dev/null >&2
        status=$?
        [ "$status" -eq 0 ] || refuse "its validation failed (exit $status)"
        [ "$(hash "$new")" = "$after" ] || refuse "its validation changed the new content"
    fi
    # BESIDE names run and step: what an earlier attempt of theirs kept is the file of before
    if [ "$(cat "$kept.by" 2>/dev/null)" != "$beside" ] || { [ ! -e "$kept.before" ] && [ ! -e "$kept.absent" ]; }; then
        rm -f "$kept.before" "$kept.absent" "$kept.by"
        if [ "$before" = absent ]; then
            : >"$kept.absent" || refuse "nothing can be kept beside it"
        else
            ln "$name" "$kept.before" 2>/dev/null || cp -p "$name" "$kept.before" || refuse "the file of before cannot be kept"
        fi
        printf '%s\n' "$beside" >"$kept.by" || refuse "nothing can be kept beside it"
    fi
    unchanged
    mv -f "$new" "$name" || refuse "the new file cannot take its place"
    trap - EXIT HUP INT TERM
    echo "$to is in place ($before before, $after now)"
fi
[ "$#" -gt 0 ] || exit 0
umask "$mask"
exec "$@" </dev/null
