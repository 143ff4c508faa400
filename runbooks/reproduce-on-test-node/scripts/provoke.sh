#!/bin/sh
# Does on purpose what is suspected to break connections. Goes on when the connection to this host is lost meanwhile.
# environment: WAY, UNIT, INTERFACE, MARK, PLACE
# Exit 3: this node is not marked as one for tests.
set -u
WAY=${WAY:?} UNIT=${UNIT:-systemd-networkd} INTERFACE=${INTERFACE:-eth0}
MARK=${MARK:-/etc/blackstart/test-node} PLACE=${PLACE:-/run/blackstart-reproduce}
trap '' HUP

# Asked on the host as well, whatever the inventory says.
[ -f "$MARK" ] || {
    echo "$MARK is not here, so this node is not for tests" >&2
    exit 3
}
case $WAY in
restart_network) timeout -k 1 60 systemctl restart "$UNIT" ;;
reconfigure) timeout -k 1 60 networkctl reconfigure "$INTERFACE" ;;
needrestart)
    command -v needrestart >/dev/null 2>&1 || exit 4
    DEBIAN_FRONTEND=noninteractive timeout -k 1 240 needrestart -r a </dev/null
    ;;
upgrade_systemd) DEBIAN_FRONTEND=noninteractive timeout -k 1 240 apt-get install -y --reinstall systemd </dev/null ;;
flush_tracking) timeout -k 1 60 conntrack -F ;;
*) echo "there is no way $WAY" >&2 && exit 2 ;;
esac
result=$?
[ "$result" -ne 0 ] || date -u +%Y-%m-%dT%H:%M:%SZ >"$PLACE/provoked"
exit "$result"
