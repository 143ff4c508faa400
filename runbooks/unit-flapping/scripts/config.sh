#!/bin/sh
# Lets the unit's program test its own configuration. Exit 0: good, or no test is known for it. Changes nothing.
# environment: UNIT
set -u
UNIT=${UNIT:?}
PATH="$PATH:/usr/sbin:/sbin"

case ${UNIT%.service} in
nginx) exec nginx -t ;;
apache2 | httpd) exec apachectl configtest ;;
haproxy) exec haproxy -c -q -f /etc/haproxy/haproxy.cfg ;;
*ssh*) exec sshd -t ;;
named | bind9) exec named-checkconf -z ;;
postfix) exec postfix check ;;
dnsmasq) exec dnsmasq --test ;;
chrony | chronyd) exec chronyd -p ;;
*) echo "no test of the configuration is known for $UNIT" ;;
esac
