#!/bin/sh
# Ends the drains of the store's log, each only when it is safe: its writer is gone, or somebody else reads now.
# While the drain is the only reader, ending it would freeze the store again or kill it by SIGPIPE.
# environment: STORE_PROCESS (etcd) · DRAIN_DIR (/var/log/blackstart, else ~/.local/state/blackstart)
# Prints a line for each drain. Exit 1 when one has to go on.
set -u
STORE_PROCESS=${STORE_PROCESS:-etcd}

# Does anybody but the drain read? The drain is paused for two seconds: without another reader the pipe only fills.
read_by_others() {
    bytes() {
        perl -MFcntl -e '
            sysopen(my $r, $ARGV[0], O_RDONLY | O_NONBLOCK) or exit 1;
            my $bytes = pack("i", 0);
            ioctl($r, 0x541B, $bytes);
            print unpack("i", $bytes);
        ' "$1" 2>/dev/null
    }
    kill -STOP "$2"
    sleep 2
    left=$(bytes "$1")
    kill -CONT "$2"
    [ "${left:-1}" = 0 ]
}

goes_on=0
for note in "${DRAIN_DIR:-/var/log/blackstart}/$STORE_PROCESS"-*.drain \
    "${HOME:-/nonexistent}/.local/state/blackstart/$STORE_PROCESS"-*.drain; do
    [ -e "$note" ] || continue
    drain=$(cat "$note")
    end=$(tr '\000' '\n' <"/proc/$drain/cmdline" 2>/dev/null | sed -n 's|^\(/proc/[0-9]*/fd/[0-9]*\)$|\1|p')
    if [ -z "$end" ]; then
        echo "the drain $drain has ended by itself"
        rm -f "$note"
        continue
    fi
    if [ -p "$end" ] && ! read_by_others "$end" "$drain"; then
        echo "process $drain is the only reader of $end and goes on; restart $STORE_PROCESS first" >&2
        goes_on=1
        continue
    fi
    kill "$drain"
    rm -f "$note"
    echo "process $drain has stopped draining"
done
exit "$goes_on"
