#!/bin/sh
# Holds both ends of the store's log pipe open and never reads, as a container shim does.
# usage: log-shim PIPE
exec 3<>"$1"
while :; do sleep 3600; done
