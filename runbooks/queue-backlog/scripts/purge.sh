#!/bin/sh
# Throws all waiting messages of a queue away. There is no way back.
# environment: QUEUE, VHOST
set -u
QUEUE=${QUEUE:?} VHOST=${VHOST:-/}

exec timeout -k 1 50 rabbitmqctl -q purge_queue -p "$VHOST" "$QUEUE"
