package dev.blackstart.door.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A person's own editor on a copy that nobody else can read.
class ProgramEditorTest {
    @TempDir Path folder;

    private String program(String body) throws Exception {
        Path program = folder.resolve("editor");
        Files.writeString(program, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return program.toString();
    }

    @Test
    void whatItLeavesIsTheNewText() throws Exception {
        Editor editor =
                new ProgramEditor(
                        program("[ \"$1\" = --wait ] && echo more >> \"$2\"") + " --wait");
        assertThat(editor.edit("#!/bin/sh\n")).contains("#!/bin/sh\nmore\n");
    }

    @Test
    void anUnchangedTextAFailureOrNoSuchProgramIsNoEdit() throws Exception {
        assertThat(new ProgramEditor(program("exit 0")).edit("x")).isEmpty();
        assertThat(new ProgramEditor(program("echo y > \"$1\"; exit 1")).edit("x")).isEmpty();
        assertThat(new ProgramEditor(folder + "/nowhere").edit("x")).isEmpty();
    }

    @Test
    void theCopyIsPrivateAndGoneAfterwards() throws Exception {
        Path seen = folder.resolve("seen");
        new ProgramEditor(program("stat -c '%a %n' \"$1\" > " + seen)).edit("x");
        String[] words = Files.readString(seen).strip().split(" ");
        assertThat(words[0]).isEqualTo("600");
        assertThat(Path.of(words[1])).doesNotExist();
    }

    @Test
    void visualComesBeforeEditor() {
        assertThat(Editor.own(Map.of())).isEmpty();
        assertThat(Editor.own(Map.of("EDITOR", "  "))).isEmpty();
        assertThat(Editor.own(Map.of("EDITOR", "vi"))).isPresent();
    }
}
