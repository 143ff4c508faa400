#!/bin/sh
set -eu
echo "nameserver $RESOLVER" > /run/blackstart-resolver
