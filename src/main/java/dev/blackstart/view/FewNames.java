package dev.blackstart.view;

import java.util.Collection;
import java.util.stream.Collectors;

/// Names in a sentence: the first ones, and how many more there are.
public final class FewNames {
    private static final int MOST = 5;

    private FewNames() {}

    /// Such as `web1, web2, web3, web4, web5 and 7 more`.
    public static String of(Collection<String> names) {
        String named =
                names.stream()
                        .limit(MOST)
                        .map(name -> Escaped.line(name, 64))
                        .collect(Collectors.joining(", "));
        return names.size() <= MOST ? named : named + " and " + (names.size() - MOST) + " more";
    }
}
