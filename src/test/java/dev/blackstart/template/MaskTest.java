package dev.blackstart.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.runbook.Secret;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {
    private static final String PEM =
            """
            -----BEGIN PRIVATE KEY-----
            MIIEvQIBADANBgkqhkiG9w0BAQEFAASC
            BKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj
            AB=
            -----END PRIVATE KEY-----
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2!",
                "++++++",
                ".*.*.*",
                "\\E\\Q\\E",
                "$1$2$3",
                "((((((",
                "[[[[[[",
                "aaaaaaa",
                "pässwörter",
                "it's \"so\" \\ quoted",
                "abcabcabd"
            })
    void aSecretIsHiddenAtEverySplit(String secret) {
        everySplit(mask(secret), "before " + secret + " after", "before *** after");
        everySplit(mask(secret), secret, "***");
        everySplit(mask(secret), "x" + secret + " and\n\n" + secret + "y", "x*** and\n\n***y");
    }

    static Stream<String> printings() {
        return Stream.of(
                PEM,
                PEM.replace("\n", "\r\n"),
                PEM.indent(4),
                PEM.replace("\n", "\r\n\t  "),
                PEM.replace("\n", ""),
                PEM.replace("\n", "\\n"));
    }

    @ParameterizedTest
    @MethodSource("printings")
    void aKeyOfManyLinesIsHiddenHoweverItIsPrinted(String printed) {
        Mask mask = mask(PEM);
        String shown = mask.text("key: " + printed + " end");
        assertThat(shown)
                .doesNotContain("MIIE")
                .doesNotContain("BKcw")
                .doesNotContain("AB=")
                .doesNotContain("KEY");
        assertThat(shown).startsWith("key: ").endsWith("end");
        everySplit(mask, "key: " + printed + " end", shown);
    }

    @Test
    void oneLineOfAKeyIsHiddenByItself() {
        everySplit(mask(PEM), "> BKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj\n", "> ***\n");
    }

    @Test
    void aSecretBrokenOverTwoLinesIsHidden() {
        for (int at = 1; at < "hunter2!".length(); at++) {
            String broken = "hunter2!".substring(0, at) + "\r\n    " + "hunter2!".substring(at);
            everySplit(mask("hunter2!"), "a " + broken + " b", "a *** b");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "u:", "us:", "user:", "a longer text before it "})
    void base64OfATextThatHoldsItIsHidden(String before) {
        String encoded =
                Base64.getEncoder()
                        .encodeToString(
                                (before + "correct-horse-battery" + " tail")
                                        .getBytes(StandardCharsets.UTF_8));
        String shown = mask("correct-horse-battery").text("Basic " + encoded + "\n");
        assertThat(shown).contains("***");
        String left = shown.replaceAll("^Basic |\\*\\*\\*.*\\n$", "");
        byte[] bytes = Base64.getDecoder().decode(left.substring(0, left.length() / 4 * 4));
        assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("corr");
    }

    @Test
    void quotedFormsAreHidden() {
        Mask mask = mask("it's-a-secret");
        everySplit(mask, "echo " + ShellWord.quoted("it's-a-secret"), "echo '***'");
        everySplit(mask("say \"yes\""), "{\"a\":\"say \\\"yes\\\"\"}", "{\"a\":\"***\"}");
    }

    @Test
    void overlappingSecretsLeaveNothingBetween() {
        everySplit(mask("abcdef", "defghi"), "-abcdefghi-", "-***-");
        everySplit(mask("abcdef", "abcdefghij"), "-abcdefghij-abcdef-", "-***-***-");
    }

    @Test
    void aSecretCutOffAtTheEndIsHiddenOnceItIsLongEnough() {
        everySplit(mask("hunter2!hunter3!"), "a hunter2", "a ***");
        everySplit(mask("hunter2!hunter3!"), "a hunt", "a hunt");
    }

    @Test
    void whatOnlyLooksAlikeIsShown() {
        everySplit(mask("abcabcabd"), "abcabcabcabcab abcabcab", "abcabcabcabcab ***");
        everySplit(mask("hunter2!"), "hunter2? hunter 2!", "hunter2? hunter 2!");
        byte[] noise = new byte[100_000];
        new Random(7).nextBytes(noise);
        assertThat(inTwo(mask("hunter2!"), noise, 4_321)).isEqualTo(noise);
    }

    @Test
    void nothingIsKeptBackWithoutNeed() {
        MaskedStream stream = mask("hunter2!").open();
        assertThat(stream.accept("line\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("line\n".getBytes(StandardCharsets.UTF_8));
        assertThat(stream.accept("hun".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(stream.accept("ky\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("hunky\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aMaskDoesNotPrintWhatItHides() {
        assertThat(mask("hunter2!").toString()).doesNotContain("hunter");
    }

    private static Mask mask(String... secrets) {
        return new Mask(Arrays.stream(secrets).map(Secret::new).toList());
    }

    private static void everySplit(Mask mask, String printed, String expected) {
        byte[] bytes = printed.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at <= bytes.length; at++) {
            assertThat(new String(inTwo(mask, bytes, at), StandardCharsets.UTF_8))
                    .as("split at " + at)
                    .isEqualTo(expected);
        }
        assertThat(new String(byteByByte(mask, bytes), StandardCharsets.UTF_8)).isEqualTo(expected);
    }

    private static byte[] inTwo(Mask mask, byte[] bytes, int at) {
        return run(
                mask,
                List.of(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at, bytes.length)));
    }

    private static byte[] byteByByte(Mask mask, byte[] bytes) {
        return run(
                mask,
                Stream.iterate(0, i -> i < bytes.length, i -> i + 1)
                        .map(i -> new byte[] {bytes[i]})
                        .toList());
    }

    private static byte[] run(Mask mask, List<byte[]> chunks) {
        MaskedStream stream = mask.open();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        chunks.forEach(chunk -> out.writeBytes(stream.accept(chunk)));
        out.writeBytes(stream.finish());
        return out.toByteArray();
    }
}
