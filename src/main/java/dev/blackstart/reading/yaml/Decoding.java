package dev.blackstart.reading.yaml;

import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Read;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Bytes of a file to its text: UTF-8, at most 1 MiB.
public final class Decoding {
    /// 1 MiB: the longest file that is read.
    public static final int LARGEST = 1024 * 1024;

    private Decoding() {}

    public static Read<String> decode(String file, byte[] bytes) {
        if (bytes.length > LARGEST) {
            return refused(
                    file, "file-size", "the file is larger than 1 MiB, the most that is read");
        }
        if (startsWith(bytes, 0xFF, 0xFE)
                || startsWith(bytes, 0xFE, 0xFF)
                || startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
            return refused(
                    file, "encoding", "the file is written in UTF-16 or UTF-32; save it as UTF-8");
        }
        int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        try {
            CharBuffer text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(in);
            return new Read.Accepted<>(text.toString(), List.of());
        } catch (CharacterCodingException e) {
            return new Read.Refused<>(List.of(broken(file, bytes, in.position())));
        }
    }

    private static Problem broken(String file, byte[] bytes, int at) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < at; i++) {
            if (bytes[i] == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return Problem.error(
                new Position(file, line, at - lineStart + 1),
                "encoding",
                "byte 0x%02X here is not UTF-8; save the file as UTF-8".formatted(bytes[at]));
    }

    /// The characters of a text that are refused in any file, each with its place.
    public static List<Problem> hidden(Source source) {
        List<Problem> problems = new ArrayList<>();
        String text = source.text();
        for (int i = 0;
                i < text.length() && problems.size() < Yaml.MOST_PROBLEMS;
                i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            boolean lineEnd =
                    codePoint == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            int at = i;
            if (!lineEnd) {
                Characters.refused(codePoint)
                        .ifPresent(what -> problems.add(hidden(source.at(at), codePoint, what)));
            }
        }
        return problems;
    }

    private static Problem hidden(Position position, int codePoint, String what) {
        return Problem.error(
                position,
                "hidden-character",
                "%s stands here, a %s; remove it".formatted(Characters.named(codePoint), what));
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static <T> Read<T> refused(String file, String rule, String message) {
        return new Read.Refused<>(List.of(Problem.error(new Position(file, 1, 1), rule, message)));
    }
}
