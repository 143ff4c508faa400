#!/bin/sh
# pgrep, in the world: sees the processes of its own host.
here=${0%/*}
# shellcheck source=../lib/world.sh
. "$here/../lib/world.sh"
exact='' oldest='' newest='' full='' list='' all=''
while getopts 'xonfla' option; do
    case $option in
    x) exact=yes ;;
    o) oldest=yes ;;
    n) newest=yes ;;
    f) full=yes ;;
    l) list=yes ;;
    a) all=yes ;;
    *) exit 2 ;;
    esac
done
shift $((OPTIND - 1))
pattern=${1:?pattern}
found=
# shellcheck disable=SC2013
for process in $(grep -lsF "BLACKSTART_WORLD=$mark" /proc/[0-9]*/environ | cut -d/ -f3 | sort -n); do
    [ "$process" != $$ ] || continue
    name=$(cat "/proc/$process/comm" 2>/dev/null) || continue
    line=$(tr '\000' ' ' <"/proc/$process/cmdline" 2>/dev/null)
    if [ -n "$full" ]; then text=$line; else text=$name; fi
    if [ -n "$exact" ]; then
        printf '%s\n' "$text" | grep -qxE -- "$pattern" || continue
    else
        printf '%s\n' "$text" | grep -qE -- "$pattern" || continue
    fi
    words=$process
    [ -z "$list" ] || words="$process $name"
    [ -z "$all" ] || words="$process $line"
    if [ -n "$newest" ]; then
        found=$words
        continue
    fi
    found=yes
    echo "$words"
    [ -z "$oldest" ] || exit 0
done
[ -n "$found" ] || exit 1
[ -z "$newest" ] || echo "$found"
