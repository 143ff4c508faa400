# shellcheck shell=bash
# what: somebody paused replay on the replica rds2 and left; the primary goes on, and the replica falls behind
# profiles: node
# heals: heal, or whoever resumes replay

on_primary() { host_inside rds runuser -u postgres -- psql -XAtqc "$1"; }
on_replica() { host_inside rds2 runuser -u postgres -- psql -XAtqc "$1"; }

replica_has() { [ "$(on_replica "select count(*) from lab_beats" 2>/dev/null)" = "$(on_primary "select count(*) from lab_beats")" ]; }

inject() {
    on_primary 'create table if not exists lab_beats (at timestamptz default now()); insert into lab_beats default values' || return 1
    until_true 30 'the replica to have what was written' replica_has || return 1
    on_replica 'select pg_wal_replay_pause()' >/dev/null
    until_true 10 'the replica to fall behind' falls_behind
}

falls_behind() { on_primary 'insert into lab_beats default values' && ! replica_has; }

probe() {
    if [ "$(on_replica 'select pg_is_wal_replay_paused()')" = t ]; then
        present "replay of rds2 is paused; it has $(on_replica 'select count(*) from lab_beats') rows of $(on_primary 'select count(*) from lab_beats')"
    else
        absent 'the replica replays'
    fi
}

heal() {
    on_replica 'select pg_wal_replay_resume()' >/dev/null
    until_true 20 'the replica to have what was written' replica_has
}
