#!/bin/sh
# Deletes files of SPOOL that were not changed for OLDER_DAYS days. Goes into no other file system, keeps directories.
# environment: SPOOL (directory), OLDER_DAYS
set -u
export LC_ALL=C
SPOOL=${SPOOL:?} OLDER_DAYS=${OLDER_DAYS:?}

case $(readlink -f "$SPOOL") in
/ | /bin* | /boot* | /dev* | /etc | /home | /lib* | /opt | /proc* | /root | /run | /sbin* | /sys* | /usr* | /var | /var/lib)
    echo "$SPOOL is no spool; name the directory that holds the files" >&2
    exit 3
    ;;
esac
find "$SPOOL" -xdev -type f -mtime "+$OLDER_DAYS" -delete -printf . | wc -c
