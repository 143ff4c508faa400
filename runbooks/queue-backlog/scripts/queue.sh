#!/bin/sh
# How does the queue do? Looks twice, ten seconds apart, to see whether anything is finished. Changes nothing.
# environment: QUEUE, VHOST
# Prints JSON: ready, unacknowledged, consumers, acknowledged (messages that left the queue between the two looks; at
# least so many, since new ones come in meanwhile). No such queue: exit 4.
set -u
export LC_ALL=C
QUEUE=${QUEUE:?} VHOST=${VHOST:-/}

# ready, unacknowledged, consumers, separated by blanks.
look() {
    timeout -k 1 12 rabbitmqctl -q list_queues -p "$VHOST" name messages_ready messages_unacknowledged consumers |
        awk -v queue="$QUEUE" '$1 == queue { print $2, $3, $4 }'
}

first=$(look)
[ -n "$first" ] || exit 4
sleep 10
second=$(look)
[ -n "$second" ] || exit 4
printf '%s %s\n' "$first" "$second" | awk '{
    gone = ($1 + $2) - ($4 + $5)
    printf "{\"ready\": %d, \"unacknowledged\": %d, \"consumers\": %d, \"acknowledged\": %d}\n", $4, $5, $6, (gone > 0 ? gone : 0)
}'
