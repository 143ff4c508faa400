package dev.blackstart.reading;

import dev.blackstart.reading.yaml.Decoding;
import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Read;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// The text of one file on disk.
final class TextFile {
    private TextFile() {}

    static Read<String> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Decoding.decode(file.toString(), in.readNBytes(Decoding.LARGEST + 1));
        } catch (NoSuchFileException e) {
            return unreadable(file, "there is no such file");
        } catch (AccessDeniedException e) {
            return unreadable(
                    file, "the file cannot be read by you; ask its owner for the right to");
        } catch (IOException e) {
            return unreadable(file, "the file cannot be read; is it a folder, or its disk gone?");
        }
    }

    private static Read<String> unreadable(Path file, String message) {
        return new Read.Refused<>(
                List.of(
                        Problem.error(
                                new Position(file.toString(), 1, 1), "file-unreadable", message)));
    }
}
