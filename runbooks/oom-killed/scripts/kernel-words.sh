#!/bin/sh
# What the kernel said when it killed: its table of processes is lost with the ring buffer. Changes nothing.
# environment: UNIT
set -u
UNIT=${UNIT:?}

journalctl --no-pager --dmesg --since=-6h --lines=400 2>/dev/null || dmesg | tail -n 400
systemctl show -- "$UNIT" -p MemoryMax,MemoryHigh,MemoryCurrent,NRestarts,Result
