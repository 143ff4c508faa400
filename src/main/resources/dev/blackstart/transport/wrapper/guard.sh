#!/bin/sh
# shellcheck disable=SC2154
# Undoes one claimed action by itself some time after its end, unless it is disarmed first. Runs in a session of
# its own, started before the action. Before its text stand: after=SECONDS limit=SECONDS undo='WORDS...'
# usage: guard.sh DIR MOST UMASK     MOST: seconds within which the action has ended
# Leaves in DIR: guard (process id), decision ("fired" or "disarmed": linked into place, so whoever is first
# has decided), revert.out, reverted (exit status of the undo, made by rename).
set -u
umask 077
dir=$1 most=$2 mask=$3

put() { printf '%s\n' "$2" >"$dir/$1.tmp" && mv "$dir/$1.tmp" "$dir/$1"; }
# Seconds since boot: the clock on the wall may be stepped meanwhile.
up() {
    read -r since rest </proc/uptime
    echo "${since%%.*}"
}
# Has the action ended, or does nothing carry it any more?
over() {
    [ ! -e "$dir/exit" ] || return 0
    { read -r carrier <"$dir/carrier"; } 2>/dev/null || return 1
    ! kill -0 "$carrier" 2>/dev/null
}
# wait_for SECONDS TEST...: true when the test came true in time.
wait_for() {
    end=$(($(up) + $1))
    shift
    until "$@"; do
        [ "$(up)" -lt "$end" ] || return 1
        sleep 1
    done
}
decided() { [ -e "$dir/decision" ]; }

# What decides is prepared and tried before it counts as armed: later the disk may be full.
echo fired >"$dir/fired" || exit 1
ln "$dir/fired" "$dir/tried" || exit 1
put guard "$$"
wait_for "$most" over
if wait_for "$after" decided; then exit 0; fi
ln "$dir/fired" "$dir/decision" 2>/dev/null || exit 0
(
    umask "$mask"
    exec setsid timeout -k 10 "$limit" /bin/sh -c "$undo"
) </dev/null >"$dir/revert.out" 2>&1
put reverted "$?"
