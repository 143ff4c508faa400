package dev.blackstart.chat;

import java.util.Map;

/// One alert of a group.
///
/// @param since when it began, as Alertmanager writes it
public record Alert(Map<String, String> labels, boolean firing, String since) {
    public Alert {
        labels = Map.copyOf(labels);
    }

    boolean fits(Map<String, String> wanted) {
        return firing
                && wanted.entrySet().stream()
                        .allMatch(it -> it.getValue().equals(labels.get(it.getKey())));
    }
}
