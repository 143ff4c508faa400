#!/bin/sh
# Has the gateway's port carrier, as the switch it is plugged into sees it? For switches that run Linux.
# environment: PORT  name of the port on the switch, such as swp1
# Prints JSON: port, up.
set -u
: "${PORT:?PORT is the name of the gateway port on the switch}"
if [ -r "/sys/class/net/$PORT/carrier" ]; then
    case $(cat "/sys/class/net/$PORT/carrier" 2>/dev/null) in 1) up=true ;; *) up=false ;; esac
else
    said=$(ethtool "$PORT" 2>&1) || {
        echo "neither /sys nor ethtool knows the port $PORT" >&2
        exit 2
    }
    case $said in *'Link detected: yes'*) up=true ;; *) up=false ;; esac
fi
printf '{"port":"%s","up":%s}\n' "$PORT" "$up"
