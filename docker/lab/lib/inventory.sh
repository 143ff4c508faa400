# shellcheck shell=bash
# The inventory of the lab for Blackstart: addresses, pinned host keys, groups, services and what they need.

inventory_write() {
    {
        echo "# Written by the lab for its profile $(lab_profile); valid until it goes down."
        echo "defaults: { user: $LAB_USER, identity: $LAB_KEY }"
        echo 'hosts:'
        inventory_hosts
        [ -z "$(hosts_of_role control)" ] || printf 'groups:\n  control_plane: { quorum: majority }\n'
        # a runbook that has a phase for storage finds that there is none
        [ -z "$(hosts_of_role control)" ] || [ -n "$(hosts_of_role storage)" ] || echo '  storage: {}'
        echo 'services:'
        inventory_services
    } >"$LAB_INVENTORY"
}

inventory_hosts() {
    local name address kind role groups
    while read -r name address kind role groups; do
        printf '  %s:\n    address: %s\n' "$name" "$address"
        printf '    host_key: %s\n' "$(awk -v name="$name," 'index($1, name) == 1 { print $2, $3 }' "$LAB_KNOWN")"
        printf '    groups: [ %s ]\n' "${groups//,/, }"
        printf '    labels: { drill: allowed, carried_by: %s, role: %s }\n' "$kind" "$role"
    done < <(hosts_table)
}

inventory_services() {
    echo '  network: { runs_on: gateways, tolerates: 20s }'
    [ -z "$(hosts_of_role control)" ] || cat <<'EOF'
  outer_resolver: { runs_on: extdns }
  registry: { runs_on: registry, needs: { run: [ network ] } }
  resolver:
    runs_on: worker1
    needs: { start: [ registry, lan_names ], run: [ network ] }
    cuts: [ { need: lan_names, cost: 1, says: the image is imported on one node, runbook: dns-deadlock } ]
  lan_names:
    runs_on: gateways
    needs: { run: [ resolver ] }
    cuts: [ { need: resolver, cost: 20, says: the gateway asks the outer resolver, runbook: dns-deadlock } ]
EOF
    [ -z "$(hosts_of_role control)" ] || cat <<EOF
  store:
    runs_on: control_plane
    tolerates: 20s
    needs: { run: [ network ] }
    thresholds: [ { after: ${CTLD_GRACE}s, says: its log pipe loses its reader and it freezes, healed_by: store-frozen } ]
  control:
    runs_on: control_plane
    needs: { start: [ store ], run: [ store ] }
    thresholds: [ { after: ${CTLD_GRACE}s, says: "the lease is lost, it ends and starts for ever", healed_by: control-plane-cold-start } ]
EOF
    [ -z "$(hosts_of_role storage)" ] || cat <<EOF
  storage:
    runs_on: storage
    tolerates: 30s
    needs: { run: [ network ] }
    thresholds: [ { after: ${SESSION_AUTOCLOSE}s, says: silent clients are blocklisted, healed_by: storage-client-blocklisted } ]
EOF
    [ -z "$(hosts_of_role database)" ] || echo '  database: { runs_on: rds, needs: { run: [ network ] } }'
}
