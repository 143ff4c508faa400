#!/bin/sh
# Carries one claimed action through in a session of its own, whatever becomes of the connection.
# usage: carry.sh DIR SECONDS BLOCKS INPUT UMASK COMMAND...     standard input of the command: descriptor 3
# Its text follows that of session.sh. Leaves in DIR: carrier and pid (process ids), out and err (the streams, bounded), out.more and err.more
# (bytes not kept; there once the stream has ended), exit ("exited|timeout|stopped|alive STATUS", made by rename).
set -u
umask 077
dir=$1 seconds=$2 blocks=$3 input=$4 mask=$5
shift 5

put() { printf '%s\n' "$2" >"$dir/$1.tmp" && mv "$dir/$1.tmp" "$dir/$1"; }

# Keeps the first blocks of a stream and counts the rest. The limit ends only this cat, never the command.
keep() {
    (
        # shellcheck disable=SC3045
        ulimit -c 0
        ulimit -f "$blocks"
        cat >"$dir/$1"
        wc -c >"$dir/$1.more.tmp"
        mv "$dir/$1.more.tmp" "$dir/$1.more"
    ) <"$dir/$1.pipe" 3<&- 2>/dev/null &
}

# Seconds since boot: the clock on the wall may be stepped meanwhile.
up() {
    read -r since rest </proc/uptime
    echo "${since%%.*}"
}

put carrier "$$"
mkfifo "$dir/out.pipe" "$dir/err.pipe" || exit 1
keep out
keep err
begun=$(up)
[ "$input" = yes ] || exec 3</dev/null
# What we leave is ours alone; what the command makes has the rights its user's session gives.
(
    umask "$mask"
    exec setsid timeout -k 10 "$seconds" "$@"
) <&3 3<&- >"$dir/out.pipe" 2>"$dir/err.pipe" &
payload=$!
exec 3<&-
put pid "$payload"
wait "$payload"
status=$?
word=exited
if [ -e "$dir/stop" ]; then
    # a person had it stopped: work.sh does so too, and whoever is first
    word=stopped
    stop TERM 10 || stop KILL 5 || word=alive
fi
case $word$status in
exited124 | exited137 | exited143)
    if [ "$(($(up) - begun))" -ge "$seconds" ]; then
        word=timeout
        stop TERM 10 || stop KILL 5 || word=alive
    fi
    ;;
esac
# A child left in the background may hold the streams: give them two seconds, no more.
left=40
while [ ! -e "$dir/out.more" ] || [ ! -e "$dir/err.more" ]; do
    [ "$left" -gt 0 ] || break
    left=$((left - 1))
    sleep 0.05 2>/dev/null || sleep 1
done
rm -f "$dir/out.pipe" "$dir/err.pipe"
put exit "$word $status"
