# shellcheck shell=bash
# what: needrestart is set to restart by itself and a library was replaced, so network services are restarted; RUN=no leaves the restart to the next update
# profiles: node
# heals: heal; prevention is an override for systemd-networkd or restart mode l

CONF=/etc/needrestart/conf.d/50-lab.conf

network_pid() { host_inside node1 systemctl show systemd-networkd -p MainPID --value; }

# A library of the same content in a new file is what an update leaves: running programs use the deleted one.
inject() {
    local before
    before=$(network_pid)
    node_networkd_runs || return 1
    host_inside node1 sh -c "echo '\$nrconf{restart} = \"a\";' >$CONF
        library=\$(ls /usr/lib/x86_64-linux-gnu/libcrypto.so.3)
        cp -p \$library \$library.new && mv \$library.new \$library" || return 1
    [ "${RUN:-yes}" = yes ] || return 0
    host_inside node1 sh -c 'DEBIAN_FRONTEND=noninteractive needrestart -q -r a >/var/log/lab-needrestart.log 2>&1'
    [ "$(network_pid)" != "$before" ]
}

# What the configuration comes to, as needrestart itself reads it.
effective() {
    host_inside node1 perl -e '
        our %nrconf; our $verbosity = 0;
        for my $file ("/etc/needrestart/needrestart.conf", sort glob "/etc/needrestart/conf.d/*.conf") {
            open my $in, "<", $file or next; local $/; eval "no strict; " . <$in>;
        }
        my $held = grep { "systemd-networkd.service" =~ $_ && !$nrconf{override_rc}{$_} } keys %{ $nrconf{override_rc} || {} };
        print "$nrconf{restart} ", $held ? "held" : "free", "\n";' 2>/dev/null
}

probe() {
    case $(effective) in
    'a free') present 'needrestart restarts systemd-networkd by itself' ;;
    'a held') absent 'needrestart restarts by itself, but not systemd-networkd' ;;
    *) absent "needrestart's restart mode is $(effective)" ;;
    esac
}

heal() {
    host_inside node1 sh -c "echo '\$nrconf{restart} = \"i\";' >$CONF
        systemctl restart systemd-networkd"
    node_networkd_runs || return 1
    host_inside node1 systemctl restart lab-cni pod-app
    until_true 20 'the pod to use its database' pod_works node1
}
