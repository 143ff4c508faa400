#!/bin/sh
# Which units would heal themselves only with what may be broken, or go round unheard? Changes nothing.
# environment: SHOW_FILE (instead of asking systemd)
# Prints JSON: units (that systemd restarts), endless (without any limit, and nobody is told), by_name (that are given
# the name of another host to start with), leftovers (whose children outlive them); their names go to standard error.
set -u
export LC_ALL=C

show() {
    if [ -n "${SHOW_FILE:-}" ]; then
        cat "$SHOW_FILE"
    else
        timeout -k 1 20 systemctl show '*.service' \
            -p Id,Restart,StartLimitIntervalUSec,StartLimitBurst,OnFailure,KillMode,ExecStart,LoadState 2>/dev/null
    fi
}
said=$(show)
[ -n "$said" ] || {
    echo "systemd says nothing here, so nothing is known" >&2
    exit 4
}
found=$(printf '%s\n\n' "$said" | awk '
    function told() {
        if (id == "" || load != "loaded" || restart == "" || restart == "no") return
        print "units " id
        if ((limit == "0" || limit == "infinity" || burst == "0") && failure == "") print "endless " id
        if (kill == "process" || kill == "none") print "leftovers " id
        # a URL, or an option with host:port, in which a letter stands before the port or the path
        if (start ~ /(https?|tcp|ldaps?|redis|postgres(ql)?|amqp):\/\/[^\/ ]*[A-Za-z][^\/ :]*/ && start !~ /:\/\/(localhost|\$)/) print "by_name " id
    }
    /^$/ { told(); id = ""; restart = ""; limit = ""; burst = ""; failure = ""; kill = ""; start = ""; load = ""; next }
    {
        at = index($0, "=")
        key = substr($0, 1, at - 1)
        value = substr($0, at + 1)
        if (key == "Id") id = value
        if (key == "Restart") restart = value
        if (key == "StartLimitIntervalUSec") limit = value
        if (key == "StartLimitBurst") burst = value
        if (key == "OnFailure") failure = value
        if (key == "KillMode") kill = value
        if (key == "ExecStart") start = start value
        if (key == "LoadState") load = value
    }')
count() { printf '%s\n' "$found" | grep -c "^$1 "; }
printf '%s\n' "$found" | grep -v '^units ' | sed 's/^endless /restarted without end, and nobody is told: /; s/^by_name /starts with the name of another host: /; s/^leftovers /leaves its children behind: /' >&2
printf '{"units": %s, "endless": %s, "by_name": %s, "leftovers": %s}\n' \
    "$(count units)" "$(count endless)" "$(count by_name)" "$(count leftovers)"
