#!/bin/sh
# What dpkg itself says is half done, and the end of its log. Changes nothing.
set -u
dpkg --audit
tail -n 60 /var/log/dpkg.log 2>/dev/null
tail -n 60 /var/log/apt/term.log 2>/dev/null
exit 0
