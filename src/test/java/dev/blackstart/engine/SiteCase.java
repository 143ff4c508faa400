package dev.blackstart.engine;

import dev.blackstart.policy.SignedStatement;
import dev.blackstart.policy.SiteAuthority;
import dev.blackstart.policy.Statement;
import dev.blackstart.run.Attestation;
import dev.blackstart.run.Gate;
import dev.blackstart.run.Person;
import dev.blackstart.testing.Site;
import java.time.Duration;
import java.util.Optional;

/// A run of one action under a policy; `anna` has opened it.
abstract class SiteCase extends EngineCase {
    static final Person ANNA = new Person("anna");
    static final Person ROBERT = new Person("robert");

    static final String PEOPLE =
            """
            people:
              anna: {}
              bo: {}
              cy: {}
            """;

    static String acting(String risk) {
        return """
        steps:
          - check: look
            on: a
            run: cat "$HOME/state"
            timeout: 20s
            findings: { fine: 'lines[0] == "fine"' }
          - action: act
            on: a
            risk: %s
            requires: any(fine)
            run: echo acted >> "$HOME/effects"
            timeout: 20s
        """
                .formatted(risk);
    }

    Site site(String rules) {
        return new Site(folder.resolve("site"), "anna", "bo", "cy").policy(PEOPLE + rules);
    }

    Rig rig(String yaml, Site site) throws Exception {
        Rig rig = rig(yaml).answer("act", "silence", "silence", "silence");
        rig.plan = rig.plan.under(site.files().policy().rules());
        rig.authority = new SiteAuthority(site.files(), site::now, Site.keygen());
        return rig;
    }

    static Statement yes(Rig rig, Gate gate, String person) {
        return new Statement(
                rig.id,
                gate.id(),
                gate.digest(),
                "y",
                gate.choice("y").orElseThrow().typed(),
                "because",
                person,
                gate.expires());
    }

    static OperatorCommand.Answer answer(SignedStatement signed, String principal) {
        Statement said = signed.statement();
        return new OperatorCommand.Answer(
                said.gate(),
                said.digest(),
                said.choice(),
                said.typed(),
                said.note(),
                said.by(),
                Optional.of(Attestation.signed(principal, said.until(), signed.signature())));
    }

    /// Signed with the key of whoever says it.
    static OperatorCommand.Answer signed(Rig rig, Site site, Gate gate, String person) {
        return answer(Site.signed(yes(rig, gate, person), site.key(person)), person);
    }

    static OperatorCommand.Answer typed(Gate gate, String person) {
        return new OperatorCommand.Answer(
                gate.id(),
                gate.digest(),
                "y",
                gate.choice("y").orElseThrow().typed(),
                "because",
                new Person(person));
    }

    /// Says everything at the first gate, then leaves.
    interface Says {
        void at(Gate gate);
    }

    RunEnd run(Rig rig, Says says) throws Exception {
        rig.onGate(says::at);
        return within(rig, 60);
    }

    static void leave(Rig rig) {
        rig.tell(new OperatorCommand.Leave("all was said"));
    }

    static Statement until(Statement it, Duration more) {
        return new Statement(
                it.run(),
                it.gate(),
                it.digest(),
                it.choice(),
                it.typed(),
                it.note(),
                it.person(),
                it.until().plus(more));
    }
}
