#!/bin/sh
# Lets the journal be forgotten at a boot again. What was kept is moved aside and not deleted.
# environment: JOURNAL (/var/log/journal)
set -u
JOURNAL=${JOURNAL:-/var/log/journal}
timeout -k 1 60 journalctl --relinquish-var 2>/dev/null
exec mv "$JOURNAL" "$JOURNAL.before-$(date -u +%Y%m%dT%H%M%SZ)"
