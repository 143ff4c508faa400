package dev.blackstart.inventory;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What stands behind `on:`: names of groups and hosts separated by commas, `!name` takes away,
/// `all` is every host. A name that is both a group and a host means the group.
public record Selector(String text, List<Term> terms) {
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");

    public record Term(String name, boolean excluded) {}

    public Selector {
        terms = List.copyOf(terms);
    }

    /// Empty when the text is no selector.
    public static Optional<Selector> parse(String text) {
        List<Term> terms = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String name = part.strip();
            boolean excluded = name.startsWith("!");
            String bare = excluded ? name.substring(1).strip() : name;
            if (!NAME.matcher(bare).matches()) {
                return Optional.empty();
            }
            terms.add(new Term(bare, excluded));
        }
        return Optional.of(new Selector(text, terms));
    }

    /// The names that are neither a group, a host nor `all` in this inventory.
    public List<String> unknownIn(Inventory inventory) {
        return terms.stream()
                .map(Term::name)
                .filter(name -> !name.equals("all") && inventory.named(name).isEmpty())
                .toList();
    }

    /// The hosts selected, each once, in the order of the terms and then of the inventory.
    public List<HostName> in(Inventory inventory) {
        Set<HostName> chosen = new LinkedHashSet<>();
        for (Term term : terms) {
            List<HostName> named =
                    term.name().equals("all")
                            ? List.copyOf(inventory.hosts().keySet())
                            : inventory.named(term.name()).orElse(List.of());
            if (term.excluded()) {
                named.forEach(chosen::remove);
            } else {
                chosen.addAll(named);
            }
        }
        return List.copyOf(chosen);
    }
}
