#!/bin/sh
# Clears the unit's failed starts, so that systemd counts anew, and starts it.
# environment: UNIT
set -u
UNIT=${UNIT:?}

systemctl reset-failed -- "$UNIT"
exec systemctl restart -- "$UNIT"
