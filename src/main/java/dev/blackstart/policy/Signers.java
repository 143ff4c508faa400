package dev.blackstart.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text of a file of allowed signers, as `ssh-keygen(1)` describes it. Only what is said of
/// people is read here; whether a signature counts is for OpenSSH to say.
///
/// @param text the whole file
public record Signers(String text) {
    private static final Pattern LINE =
            Pattern.compile(
                    "(?<principals>\"[^\"]*\"|\\S+)\\s+(?:(?<options>(?:[A-Za-z-]+(?:=\"[^\"]*\")?,?)+)\\s+)?"
                            + "(?<type>(?:ssh|ecdsa|sk)-\\S+|sk-ssh-\\S+)\\s+(?<blob>[A-Za-z0-9+/]+={0,3})(?:\\s.*)?");

    /// One key and who signs with it.
    ///
    /// @param number of its line, from 1
    /// @param principals patterns, as written
    /// @param options as written, empty when none are
    /// @param key type and base64
    public record Signer(int number, List<String> principals, String options, String key) {
        public Signer {
            principals = List.copyOf(principals);
        }

        public boolean is(String principal) {
            return principals.contains(principal);
        }

        /// Whoever a certificate names, not one key.
        public boolean authority() {
            return options.contains("cert-authority");
        }
    }

    /// A line that is no signer.
    public record Odd(int number) {}

    public List<Signer> all() {
        List<Signer> signers = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = LINE.matcher(lines.get(i).strip());
            if (said(lines.get(i)) && line.matches()) {
                String principals = line.group("principals").replace("\"", "");
                String options = line.group("options");
                signers.add(
                        new Signer(
                                i + 1,
                                List.of(principals.split(",")),
                                options == null ? "" : options,
                                line.group("type") + " " + line.group("blob")));
            }
        }
        return signers;
    }

    /// Lines that say something and name no key.
    public List<Odd> odd() {
        List<Odd> odd = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (said(lines.get(i)) && !LINE.matcher(lines.get(i).strip()).matches()) {
                odd.add(new Odd(i + 1));
            }
        }
        return odd;
    }

    private static boolean said(String line) {
        return !line.isBlank() && !line.strip().startsWith("#");
    }

    /// The keys that a principal may sign with, type and base64 each.
    public List<String> keys(String principal) {
        return all().stream()
                .filter(it -> it.is(principal) && !it.authority())
                .map(Signer::key)
                .toList();
    }

    /// May people sign with a key that an authority has certified as theirs?
    public boolean certified() {
        return all().stream().anyMatch(Signer::authority);
    }
}
