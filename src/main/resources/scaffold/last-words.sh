#!/bin/sh
# The state of UNIT and the end of its journal, kept before it is started again. Changes nothing.
# environment: UNIT
set -u
UNIT=${UNIT:?}

systemctl status --no-pager --lines=0 -- "$UNIT"
journalctl --no-pager --lines=200 --unit="$UNIT"
exit 0
