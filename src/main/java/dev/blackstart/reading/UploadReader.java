package dev.blackstart.reading;

import dev.blackstart.runbook.Command;
import dev.blackstart.runbook.ScriptFile;
import dev.blackstart.runbook.Text;
import dev.blackstart.runbook.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads `upload`, and knows the command that takes one back.
final class UploadReader {
    private final Desk desk;

    UploadReader(Desk desk) {
        this.desk = desk;
    }

    Optional<Upload> read(Entries entries) {
        Optional<Text> content = entries.scalar("template").flatMap(desk::template);
        Optional<Text> validate = entries.scalar("validate").flatMap(desk::command);
        validate.filter(text -> !text.names().contains("file"))
                .ifPresent(text ->
                        desk.problems()
                                .error(
                                        entries.valueAt("validate"),
                                        "upload-validate",
                                        "`validate` must look at the new file before it takes its place; name it with [=file]"));
        content.filter(text -> text.names().contains("file") || text.names().contains("artifact"))
                .ifPresent(text ->
                        desk.problems()
                                .error(
                                        entries.valueAt("template"),
                                        "upload-template",
                                        "the template uses `file` or `artifact`, which an uploaded file has not; it may use params, host and hosts"));
        return content.flatMap(text ->
                entries.text("to")
                        .map(to ->
                                new Upload(
                                        entries.text("template").orElseThrow(),
                                        text,
                                        to,
                                        validate,
                                        entries.text("mode"))));
    }

    /// Puts back what was there before, unless somebody has changed the file since.
    static Command restoring(Upload upload, boolean sudo) {
        Map<String, Text> env = new LinkedHashMap<>();
        env.put("UPLOAD_TO", new FixedText(upload.to(), upload.content().position()));
        env.put("UPLOAD_AFTER", new ContentDigest(upload.content()));
        return new Command(
                new Command.Body.Script(new ScriptFile("restore " + upload.to(), script())),
                env,
                Optional.empty(),
                sudo,
                Command.DEFAULT_OUTPUT_LIMIT);
    }

    private static String script() {
        try (InputStream in = UploadReader.class.getResourceAsStream("restore.sh")) {
            if (in == null) {
                throw new IllegalStateException("this build lacks restore.sh");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
