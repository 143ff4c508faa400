package dev.blackstart.reading;

import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.Rendered;
import dev.blackstart.runbook.Scope;
import dev.blackstart.runbook.Text;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/// SHA-256 (hex) of what another text is on a host.
record ContentDigest(Text content) implements Text {
    @Override
    public String source() {
        return "SHA-256 of " + content.position().file();
    }

    @Override
    public Position position() {
        return content.position();
    }

    @Override
    public Set<String> names() {
        return content.names();
    }

    @Override
    public Rendered render(Scope scope) {
        return switch (content.render(scope)) {
            case Rendered.Refused refused -> refused;
            case Rendered.Done done -> new Rendered.Done(sha256(done.text()));
        };
    }

    private static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
