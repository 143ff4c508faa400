#!/bin/bash
# Stand-in for rke2-killall.sh: ends everything that the control daemon leaves behind when it is stopped.
set -u
for name in etcd lab-shim; do
    for pid in $(pgrep -x "$name"); do kill -TERM "$pid"; done
done
for _ in $(seq 50); do
    pgrep -x 'etcd|lab-shim' >/dev/null || exit 0
    sleep 0.1
done
for name in etcd lab-shim; do
    for pid in $(pgrep -x "$name"); do kill -KILL "$pid"; done
done
