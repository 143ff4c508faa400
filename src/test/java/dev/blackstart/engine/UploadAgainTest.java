package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Choice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// An upload that is sent again after a failure.
@Timeout(180)
class UploadAgainTest extends EngineCase {
    private static final String OLD = "level low\n";
    private static final String NEW = "level high\n";

    private Path target() {
        return folder.resolve("etc/app.conf");
    }

    private Rig uploading(String more) throws Exception {
        Files.createDirectories(target().getParent());
        Files.writeString(target(), OLD);
        String yaml =
                """
                steps:
                  - action: place
                    on: a
                    risk: mutate
                    timeout: 20s
                    upload: { template: app.conf.ftl, to: %s }
                """
                        .formatted(target());
        return new Rig(folder, HEAD + yaml + more, "templates/app.conf.ftl", NEW);
    }

    private List<Path> kept() throws IOException {
        try (var files = Files.list(target().getParent())) {
            return files.filter(file -> file.toString().endsWith(".before")).toList();
        }
    }

    @Test
    void theFileOfBeforeTheFirstAttemptIsKeptThroughASecondOne() throws Exception {
        String run =
                "    run: '[ -f \"$HOME/key\" ] || { echo \"# seen\" >> %s; exit 3; }'\n"
                        .formatted(target());
        try (Rig rig = uploading(run).answer("place", "y", "retry", "y")) {
            rig.hookEnd("place", () -> Files.writeString(rig.hosts.home("a").resolve("key"), ""));
            within(rig, 60);
            assertThat(target()).hasContent(NEW);
            assertThat(kept()).singleElement().satisfies(file -> assertThat(file).hasContent(OLD));
        }
    }

    @Test
    void anUploadWithoutACommandHasNoneToAmend() throws Exception {
        try (Rig rig = uploading("").answer("place", "y", "stop")) {
            rig.onGate(gate -> Files.writeString(target(), rig.gates.isEmpty() ? OLD : NEW));
            rig.on(
                    dev.blackstart.run.RunEvent.Dispatched.class,
                    1,
                    () -> Files.writeString(target(), "somebody else's\n"));
            within(rig, 60);
            assertThat(rig.gates).hasSize(2);
            assertThat(rig.gates.getLast().choices())
                    .extracting(Choice::key)
                    .contains("retry")
                    .doesNotContain("amend");
        }
    }
}
