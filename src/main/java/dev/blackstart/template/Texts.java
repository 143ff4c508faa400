package dev.blackstart.template;

import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Snippet;
import dev.blackstart.runbook.Text;
import freemarker.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the templates of a runbook.
public final class Texts {
    /// Most characters of one template.
    private static final int LONGEST = 64 * 1024;

    private Texts() {}

    /// A command: every `[=value]` becomes exactly one POSIX shell word, or part of the word it
    /// stands in.
    public static Read<Text> command(
            Snippet source, Set<String> parameterNames, Set<String> secretNames) {
        return read(source, new Available("params", parameterNames, secretNames, ""), Engine.SHELL);
    }

    /// Plain text, for environment values, instructions and questions: values stand in it as they
    /// are.
    public static Read<Text> words(
            Snippet source, Set<String> parameterNames, Set<String> secretNames) {
        return read(source, new Available("params", parameterNames, secretNames, ""), Engine.WORDS);
    }

    /// What a simulated host prints: its state is there as `state.NAME`, and is given as the
    /// parameters of the scope.
    public static Read<Text> printed(Snippet source, Set<String> stateNames) {
        return read(source, new Available("state", stateNames, Set.of(), ""), Engine.WORDS);
    }

    private static Read<Text> read(Snippet source, Available available, Engine engine) {
        String text = source.text();
        if (text.length() > LONGEST) {
            return refused(
                    source,
                    List.of(
                            new Complaint(
                                    0,
                                    "A text has at most 65,536 characters; put it into a script.")));
        }
        Parts parts = new Parts(text, available);
        List<Complaint> complaints = new ArrayList<>(parts.complaints());
        if (complaints.isEmpty() && engine == Engine.SHELL) {
            complaints.addAll(ShellReader.read(parts.all()));
        }
        if (!complaints.isEmpty()) {
            return refused(source, complaints);
        }
        Optional<Template> template = engine.parse(text, parts.all());
        return template.isPresent()
                ? new Read.Accepted<>(
                        new CompiledText(text, source.start(), parts.names(), template.get()),
                        List.of())
                : refused(
                        source,
                        List.of(
                                new Complaint(
                                        0,
                                        "FreeMarker reads the tags of this text differently; write them more plainly.")));
    }

    private static Read<Text> refused(Snippet source, List<Complaint> complaints) {
        return new Read.Refused<>(
                complaints.stream()
                        .map(complaint ->
                                Problem.error(
                                        source.at(
                                                Math.min(
                                                        complaint.offset(),
                                                        source.text().length())),
                                        "template",
                                        complaint.message()))
                        .toList());
    }
}
