package dev.blackstart;

import dev.blackstart.door.cli.Places;
import dev.blackstart.policy.Authority;
import dev.blackstart.policy.SiteAuthority;
import dev.blackstart.policy.SiteFiles;
import dev.blackstart.policy.SshKeygen;
import dev.blackstart.reading.PolicyReader;
import dev.blackstart.run.Mode;
import dev.blackstart.run.SiteRules;
import dev.blackstart.runbook.Read;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The policy a run is opened under, and whose answers count by it.
///
/// @param env of the process, for `ssh-keygen`
record SitePolicies(Map<String, String> env) {
    /// The texts to freeze. A policy that cannot be read opens no run that acts; a diagnosis asks
    /// nobody, and a made world has no site.
    Optional<PolicyReader.Texts> texts(Places places, Mode mode) {
        return switch (mode) {
            case LIVE, REHEARSAL ->
                    places.policy().map(file -> Refusals.accepted(PolicyReader.texts(file)));
            case DRILL, DIAGNOSIS -> Optional.empty();
        };
    }

    /// @param place where it was read, for what is wrong in it
    static SiteFiles read(Path place, PolicyReader.Texts texts) {
        return Refusals.accepted(PolicyReader.read(place.toString(), texts));
    }

    static SiteRules rules(Optional<SiteFiles> site) {
        return site.map(files -> files.policy().rules()).orElse(SiteRules.NONE);
    }

    Authority authority(Optional<SiteFiles> opened, Places places) {
        return opened.<Authority>map(
                        files -> new SiteAuthority(files, () -> now(places), new SshKeygen(env)))
                .orElse(Authority.NONE);
    }

    private static Optional<SiteFiles> now(Places places) {
        return places.policy()
                .flatMap(file ->
                        switch (PolicyReader.read(file)) {
                            case Read.Accepted<SiteFiles> it -> Optional.of(it.value());
                            case Read.Refused<SiteFiles> refused -> Optional.empty();
                        });
    }
}
