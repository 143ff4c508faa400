package dev.blackstart.door.cli;

import dev.blackstart.service.Token;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What `serve` says on a terminal once it takes orders: where the console is, and how one logs in
/// there.
///
/// @param base address of the server, such as `http://127.0.0.1:8470`
/// @param state folder of the journal as it was named; empty for the usual one
/// @param person whoever started the server
public record Welcome(String base, Optional<Path> state, String person) {
    private static final String USUAL = "http://127.0.0.1:8470";

    /// @param tokens all there are
    public List<String> lines(List<Token> tokens, Instant now) {
        List<String> lines = new ArrayList<>();
        lines.add("Console and API: " + base + "/ (Ctrl-C stops the service)");
        Optional<String> name =
                tokens.stream()
                        .filter(it -> it.counts(now))
                        .max(newestOf())
                        .map(it -> it.terms().name());
        if (name.isPresent()) {
            lines.add("A link that logs a browser in, once:");
            lines.add("  " + link(name.get()));
        } else {
            String first =
                    Optional.of(person)
                                    .filter(it -> it.matches("[a-z0-9][a-z0-9-]{0,32}"))
                                    .orElse("my")
                            + "-laptop";
            lines.add(
                    "Nobody has a token yet. Make the first, then a link that logs a browser in, once:");
            lines.add(
                    "  blackstart token create %s --scopes view,run,approve --runbooks all --risk disrupt%s"
                            .formatted(first, named()));
            lines.add("  " + link(first));
        }
        return List.copyOf(lines);
    }

    /// One's own before those of others, the newest before older ones.
    private Comparator<Token> newestOf() {
        return Comparator.comparing((Token it) -> it.terms().person().name().equals(person))
                .thenComparing(Token::created);
    }

    private String link(String name) {
        String server = base.equals(USUAL) ? "" : " --server " + base;
        return "blackstart token link " + name + server + named();
    }

    private String named() {
        return state.map(it -> " --state " + NextSteps.word(it.toString())).orElse("");
    }
}
