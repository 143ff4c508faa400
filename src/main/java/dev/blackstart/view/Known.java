package dev.blackstart.view;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.License;
import dev.blackstart.runbook.AlikeReasons;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The findings that license an action. On a gate's screen hosts that say the same share a line,
/// with the age of the oldest word.
record Known(List<License> licenses) {
    private static final int HOSTS = 28;

    /// With fewer columns a table would lose its right half: each word stands below its finding.
    private static final int NARROW = 56;

    /// What one host says.
    record Word(String finding, String host, String value, Instant at, String how) {}

    private record Said(String finding, String value, String how) {}

    List<String> lines(Instant now, int columns) {
        return together(words(), When.ago(now), columns);
    }

    private List<Word> words() {
        return licenses.stream()
                .map(it ->
                        new Word(
                                it.finding().value(),
                                it.host().value(),
                                it.value(),
                                it.at(),
                                it.how()))
                .toList();
    }

    static List<String> together(List<Word> words, When when, int columns) {
        Map<Said, List<Word>> together = new LinkedHashMap<>();
        for (Word word : words) {
            Said said = new Said(word.finding(), alike(word), word.how());
            together.computeIfAbsent(said, any -> new ArrayList<>()).add(word);
        }
        List<Word> shared = new ArrayList<>();
        together.forEach((said, all) ->
                shared.add(
                        new Word(
                                said.finding(),
                                hosts(all, columns),
                                all.getFirst().value(),
                                oldest(all),
                                said.how())));
        return shown(shared, when, columns);
    }

    /// Hosts that do not answer say the same when their reasons differ in the host only.
    private static String alike(Word word) {
        return word.value().startsWith(EvidenceTable.NO_ANSWER)
                ? AlikeReasons.wherever(new HostName(word.host()), word.value())
                : word.value();
    }

    private static String hosts(List<Word> words, int columns) {
        List<HostName> hosts =
                words.stream()
                        .map(Word::host)
                        .filter(host -> !host.equals("-"))
                        .map(HostName::new)
                        .toList();
        return hosts.isEmpty() ? "-" : HostNames.shown(hosts, Math.min(HOSTS, columns - 2));
    }

    private static Instant oldest(List<Word> words) {
        return words.stream().map(Word::at).min(Instant::compareTo).orElseThrow();
    }

    /// One line a host, and what is too long for a line below.
    List<String> each(When when, int columns) {
        List<String> lines = new ArrayList<>(shown(words(), when, columns));
        lines.addAll(CutValues.lines(words(), columns));
        return lines;
    }

    private static List<String> shown(List<Word> words, When when, int columns) {
        if (columns < NARROW) {
            return words.stream().flatMap(word -> narrow(word, when, columns).stream()).toList();
        }
        TextTable table = new TextTable("finding", "host", "value", "age", "how");
        for (Word word : words) {
            table.row(
                    word.finding(),
                    word.host(),
                    Escaped.line(word.value(), CutValues.WIDEST),
                    when.told(word.at()),
                    word.how());
        }
        List<String> lines = table.lines(columns);
        return lines.subList(1, lines.size());
    }

    private static List<String> narrow(Word word, When when, int columns) {
        String said = word.finding() + " = " + Escaped.line(word.value(), CutValues.WIDEST);
        String by = word.host() + " · " + when.told(word.at()) + " · " + word.how();
        return List.of(Escaped.line(said, columns), Escaped.line("  " + by, columns));
    }
}
