package dev.blackstart;

import dev.blackstart.runbook.Secret;
import dev.blackstart.template.Mask;
import dev.blackstart.template.MaskedStream;
import dev.blackstart.transport.Masking;
import java.util.Collection;

/// Hands the secrets of a run to whatever writes output.
final class Masks {
    private Masks() {}

    static Masking of(Collection<Secret> secrets) {
        if (secrets.isEmpty()) {
            return Masking.NONE;
        }
        Mask mask = new Mask(secrets);
        return () -> new Stream(mask.open());
    }

    private record Stream(MaskedStream stream) implements Masking.Filter {
        @Override
        public byte[] pass(byte[] chunk) {
            return stream.accept(chunk);
        }

        @Override
        public byte[] end() {
            return stream.finish();
        }
    }
}
