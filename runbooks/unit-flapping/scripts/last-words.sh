#!/bin/sh
# The last words of UNIT before it is started afresh, and its state. Changes nothing.
# environment: UNIT
set -u
UNIT=${UNIT:?}

systemctl status --no-pager --lines=0 -- "$UNIT"
journalctl --no-pager --lines=200 --unit="$UNIT"
exit 0
