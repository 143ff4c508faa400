#!/bin/sh
# Can what was packed be read, and how many packets does it hold? Changes nothing.
# environment: PACKED
# Prints JSON: files, packets.
set -u
PACKED=${PACKED:?}

files=0 packets=0
for name in $(tar -tzf "$PACKED" | grep 'ring\.pcap'); do
    files=$((files + 1))
    n=$(tar -xzOf "$PACKED" "$name" | timeout -k 1 60 tcpdump -nn -r - 2>/dev/null | wc -l)
    packets=$((packets + n))
done
printf '{"files": %s, "packets": %s}\n' "$files" "$packets"
