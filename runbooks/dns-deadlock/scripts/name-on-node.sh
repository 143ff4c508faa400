#!/bin/sh
# Lets this host know the address of one name, by a line of its own in /etc/hosts, then waits up to 45 s for the resolver
# to come up. Done twice, it changes nothing more.
# environment: NAME · ADDRESS · VIP  the resolver's address; HOSTS (/etc/hosts)
set -u
: "${NAME:?NAME is the name}" "${ADDRESS:?ADDRESS is its address}"
HOSTS=${HOSTS:-/etc/hosts}
if ! grep -q '# blackstart: emergency' "$HOSTS"; then
    printf '%s %s # blackstart: emergency\n' "$ADDRESS" "$NAME" >>"$HOSTS" || exit 1
fi
tries=15
while [ "$tries" -gt 0 ] && [ -n "${VIP:-}" ]; do
    tries=$((tries - 1))
    if timeout 3 dig "@$VIP" +time=2 +tries=1 +short "$NAME" >/dev/null 2>&1; then
        echo "the resolver answers at $VIP"
        exit 0
    fi
    sleep 1
done
echo "this host knows $NAME; the resolver does not answer yet"
