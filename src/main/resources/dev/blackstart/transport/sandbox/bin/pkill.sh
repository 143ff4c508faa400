#!/bin/sh
# pkill, in the world: signals the processes of its own host.
here=${0%/*}
# shellcheck source=../lib/world.sh
. "$here/../lib/world.sh"
signal=TERM
case ${1:-} in
-[A-Z0-9]*)
    signal=${1#-}
    shift
    ;;
esac
attempt "pkill $signal $*"
for process in $("$here/pgrep" "$@"); do kill -s "$signal" "$process" 2>/dev/null; done
