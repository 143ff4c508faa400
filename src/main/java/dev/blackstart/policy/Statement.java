package dev.blackstart.policy;

import dev.blackstart.run.Attestation;
import dev.blackstart.run.GateId;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import java.time.Instant;
import java.util.regex.Pattern;

/// What a person signs: the answer to one gate of one run, for a while. The text says nothing that
/// could be another answer, and the signature's namespace keeps it apart from everything else that
/// the same key signs.
///
/// @param digest of the gate, which binds commands, targets and evidence
/// @param typed what was typed in full besides, such as the target's name
/// @param note the reason, on one line
/// @param person as the policy names them
/// @param until it counts before this moment only
public record Statement(
        RunId run,
        GateId gate,
        String digest,
        String choice,
        String typed,
        String note,
        String person,
        Instant until) {
    /// Of the signature, and the first line of what is signed.
    public static final String NAMESPACE = "blackstart-gate@v1";

    private static final Pattern ONE_LINE = Pattern.compile("[^\\p{Cntrl}\\p{Cf}\u2028\u2029]*");

    public Statement {
        for (String text : new String[] {digest, choice, typed, note, person}) {
            if (!ONE_LINE.matcher(text).matches() || !text.equals(text.strip())) {
                throw new IllegalArgumentException(
                        "what is signed is one line each, without blanks around it");
            }
        }
    }

    /// What a recorded or posted answer says was signed.
    ///
    /// @throws IllegalArgumentException for an answer that nobody can have signed
    public static Statement of(RunId run, RunEvent.GateAnswered said, Attestation attested) {
        return new Statement(
                run,
                said.gate(),
                said.digest(),
                said.choice(),
                said.typed(),
                said.note(),
                said.by().name(),
                attested.until());
    }

    /// The bytes that are signed, as UTF-8.
    public String text() {
        return """
        %s
        run: %s
        gate: %s
        digest: %s
        choice: %s
        typed: %s
        reason: %s
        person: %s
        until: %s
        """
                .formatted(NAMESPACE, run, gate, digest, choice, typed, note, person, until);
    }

    public Person by() {
        return new Person(person);
    }
}
