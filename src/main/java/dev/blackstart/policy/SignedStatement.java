package dev.blackstart.policy;

import dev.blackstart.run.GateId;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A statement with its signature, as a text that travels by any channel: quoted in a mail, pasted
/// into a chat, read from a file.
///
/// @param signature armoured
public record SignedStatement(Statement statement, String signature) {
    private static final String BEGIN = "-----BEGIN SSH SIGNATURE-----";
    private static final String END = "-----END SSH SIGNATURE-----";
    private static final List<String> KEYS =
            List.of("run", "gate", "digest", "choice", "typed", "reason", "person", "until");

    public String text() {
        return statement.text() + signature.strip() + "\n";
    }

    /// Is it this very answer that was recorded?
    public boolean is(RunEvent.GateAnswered said) {
        return said.attested()
                .filter(it ->
                        it.signature().equals(signature)
                                && Statement.of(statement.run(), said, it).equals(statement))
                .isPresent();
    }

    /// Finds one in a text; what stands around it, line ends and marks of quoting do no harm. Empty
    /// when there is none, or not a whole one.
    public static Optional<SignedStatement> read(String text) {
        Map<String, String> said = new HashMap<>();
        StringBuilder signature = new StringBuilder();
        boolean begun = false;
        boolean signing = false;
        for (String written : text.lines().toList()) {
            String line = written.strip().replaceFirst("^(> ?)+", "").strip();
            if (line.equals(Statement.NAMESPACE)) {
                begun = true;
            } else if (line.equals(BEGIN)) {
                signing = begun;
            }
            if (signing) {
                signature.append(line).append('\n');
                if (line.equals(END)) {
                    return made(said, signature.toString());
                }
            } else if (begun) {
                take(line, said);
            }
        }
        return Optional.empty();
    }

    private static void take(String line, Map<String, String> said) {
        int colon = line.indexOf(':');
        if (colon > 0 && KEYS.contains(line.substring(0, colon))) {
            said.putIfAbsent(line.substring(0, colon), line.substring(colon + 1).strip());
        }
    }

    private static Optional<SignedStatement> made(Map<String, String> said, String signature) {
        if (!said.keySet().containsAll(KEYS) || !of(said, "gate").matches("G[1-9][0-9]{0,8}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new SignedStatement(
                            new Statement(
                                    new RunId(of(said, "run")),
                                    new GateId(Integer.parseInt(of(said, "gate").substring(1))),
                                    of(said, "digest"),
                                    of(said, "choice"),
                                    of(said, "typed"),
                                    of(said, "reason"),
                                    of(said, "person"),
                                    Instant.parse(of(said, "until"))),
                            signature));
        } catch (IllegalArgumentException | DateTimeException damaged) {
            return Optional.empty();
        }
    }

    private static String of(Map<String, String> said, String key) {
        return Objects.requireNonNull(said.get(key), key);
    }
}
