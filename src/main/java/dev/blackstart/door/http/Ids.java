package dev.blackstart.door.http;

import dev.blackstart.run.GateId;
import dev.blackstart.run.RunId;
import dev.blackstart.service.Refusal;
import java.util.regex.Pattern;

/// Ids as they stand in addresses, read or refused as what is not there.
public final class Ids {
    private static final Pattern GATE = Pattern.compile("G[1-9][0-9]{0,5}");

    private Ids() {}

    public static RunId run(String word) {
        if (!RunId.allowed(word)) {
            throw new Refusal(
                    Refusal.Kind.NOT_FOUND, "There is no such run; an id has 26 characters.");
        }
        return new RunId(word);
    }

    public static GateId gate(String word) {
        if (!GATE.matcher(word).matches()) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "There is no such gate; ids are as G1.");
        }
        return new GateId(Integer.parseInt(word.substring(1)));
    }
}
