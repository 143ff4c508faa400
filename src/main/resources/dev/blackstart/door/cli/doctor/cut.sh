#!/bin/sh
# In namespaces of its own: loopback and nothing else, no name service, no identity provider.
# $1: a file that stands for resolv.conf; then the command
dead=$1
shift
PATH=$PATH:/usr/sbin:/sbin
if [ "$CUT_NETWORK" = yes ]; then
    ip link set lo up 2>/dev/null || ifconfig lo up 2>/dev/null || exit 97
fi
mount --bind "$dead" /etc/resolv.conf 2>/dev/null || [ ! -e /etc/resolv.conf ] || exit 98
for folder in /run/nscd /var/lib/sss/pipes /run/systemd/resolve; do
    [ ! -d "$folder" ] || mount -t tmpfs none "$folder" 2>/dev/null || exit 99
done
exec "$@"
