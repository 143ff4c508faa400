#!/bin/sh
# Lists the old files of SPOOL: the first 10,000 with date and size, and how many there are. Changes nothing.
# environment: SPOOL (directory), OLDER_DAYS
set -u
export LC_ALL=C
SPOOL=${SPOOL:-/var/lib/php/sessions} OLDER_DAYS=${OLDER_DAYS:-7}

find "$SPOOL" -xdev -type f -mtime "+$OLDER_DAYS" -printf '%TY-%Tm-%Td %s %p\n' |
    awk 'NR <= 10000 { print } END { print NR " files" }'
