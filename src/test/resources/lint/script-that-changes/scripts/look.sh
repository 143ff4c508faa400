#!/bin/sh
# rm is not called here
set -eu
state=$(systemctl show store -p SubState)
case "$state" in
  *failed*) systemctl reset-failed store ;;
  *) printf '%s' "$state" >/tmp/state ;;
esac
cat <<EOF >/etc/motd
rm -rf /
EOF
if pgrep store; then
  kill -TERM "$(pgrep store)"
fi
printf '{"ok": true}'
