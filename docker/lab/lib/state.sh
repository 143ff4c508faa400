# shellcheck shell=bash
# Where the lab keeps what it must remember, and the table of its hosts.

LAB_STATE=${BLACKSTART_LAB:-/var/lib/blackstart-lab}
LAB_CACHE=${BLACKSTART_LAB_CACHE:-/var/lib/blackstart-lab/cache}
LAB_RUN=$LAB_STATE/run
LAB_KEY=$LAB_STATE/id_ed25519
LAB_KNOWN=$LAB_STATE/known_hosts
LAB_INVENTORY=$LAB_STATE/inventory.yaml

# One verb at a time may build up or tear down.
state_lock() {
    mkdir -p "$LAB_STATE" || die "$LAB_STATE cannot be made; name another folder in BLACKSTART_LAB."
    exec 9>"$LAB_STATE/lock"
    flock -w "${1:-120}" 9 || die "another lab command is at work here; it holds $LAB_STATE/lock."
}

# Is another verb building up or tearing down at this moment?
state_locked() { [ -e "$LAB_STATE/lock" ] && ! flock -n "$LAB_STATE/lock" true; }

# The knobs that the lab came up with hold for every later verb.
knobs_keep() {
    local knob
    sed -n 's/^: "${\([A-Z_]*\):=.*/\1/p' "$LAB_HERE/knobs.env" | while read -r knob; do
        printf ': "${%s:=%s}"\n' "$knob" "${!knob}"
    done >"$LAB_RUN/knobs"
}

lab_profile() { cat "$LAB_RUN/profile" 2>/dev/null; }

profile_names() { basename -a "$LAB_HERE"/profiles/*; }

profile_exists() {
    [ -f "$LAB_HERE/profiles/$1" ] || die "there is no profile '$1'; there are: $(profile_names | paste -sd' ')"
}

lab_is_up() { [ -e "$LAB_RUN/ready" ]; }

# A lab that is up may be in use by somebody else: it is taken down by `down` alone.
lab_in_use() { lab_is_up && ! cgroup_empty; }

refuse_in_use() {
    ! lab_in_use || die "the profile $(lab_profile) is up and may be in use; take it down first: lab down"
}

need_ready() { lab_is_up || die "the lab is not up; bring it up with: lab up"; }

# Whoever looks into hosts needs root; without it every answer would be a guess.
need_up() { need_ready && need_root; }

# NAME ADDRESS KIND ROLE GROUPS of every host of the profile
hosts_table() {
    sed 's/#.*//' "$LAB_HERE/profiles/$(lab_profile)" | grep . |
        if [ "$WITH_STORAGE" = no ] && [ "$(lab_profile)" = core ]; then grep -v ' storage '; else cat; fi
}

host_names() { hosts_table | awk '{ print $1 }'; }

host_field() { hosts_table | awk -v name="$1" -v field="$2" '$1 == name { print $field }'; }

host_address() { host_field "$1" 2; }

host_kind() { host_field "$1" 3; }

hosts_of_role() { hosts_table | awk -v role="$1" '$4 == role { print $1 }'; }

hosts_of_group() { hosts_table | awk -v group="$1" 'index("," $5 ",", "," group ",") { print $1 }'; }

host_dir() { printf '%s/hosts/%s\n' "$LAB_RUN" "$1"; }

# The files of a host as they are now, seen from outside: works with its network down.
host_root() { printf '%s/hosts/%s/root\n' "$LAB_RUN" "$1"; }
