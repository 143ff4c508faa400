#!/bin/sh
# Takes a dead mount away lazily and mounts it again as /etc/fstab or its mount unit says.
# environment: MOUNT
set -u
MOUNT=${MOUNT:?}

timeout -k 1 15 umount -l -- "$MOUNT" || exit
# Without the old mount the path is local again and does not hang.
exec timeout -k 1 30 mount -- "$MOUNT"
