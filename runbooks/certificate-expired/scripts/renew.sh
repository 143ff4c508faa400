#!/bin/sh
# Renews one certificate with certbot, then lets the server read it. The reload is left out when nothing was renewed.
# environment: NAME (certbot's name of it), UNIT (of the server)
set -u
NAME=${NAME:?} UNIT=${UNIT:?}

certbot renew --cert-name "$NAME" --no-random-sleep-on-renew --non-interactive || exit
exec systemctl reload -- "$UNIT"
