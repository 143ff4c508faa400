#!/bin/sh
# Takes the hold away, unless PACKAGE was on hold before us.
# environment: PACKAGE, ORIGINAL (what was on hold before)
set -u
PACKAGE=${PACKAGE:?}
if printf '%s\n' "${ORIGINAL:-}" | grep -qx "$PACKAGE"; then
    echo "$PACKAGE was on hold before, and stays so"
    exit 0
fi
exec apt-mark unhold "$PACKAGE"
