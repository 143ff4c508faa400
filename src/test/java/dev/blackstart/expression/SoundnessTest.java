package dev.blackstart.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Sample;
import dev.blackstart.runbook.Truth;
import dev.blackstart.runbook.Value;
import dev.blackstart.testing.PlainSnippet;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Random conditions over random facts, held against every completion of what is unknown: a
/// condition is true or false only if it is so in all of them.
class SoundnessTest {
    private static final List<Long> NUMBERS = List.of(-1L, 0L, 1L, 2L, 3L, 4L, 7L);

    /// One thing a host said or did not say: a finding on a host, and its value if it is known.
    private record Cell(String finding, String host) {}

    private final Random random = new Random(20260301);

    @Test
    void decidedMeansDecidedInEveryCompletion() {
        int decidedDespiteUnknowns = 0;
        for (int round = 0; round < 800; round++) {
            Condition condition = read(condition(3));
            Map<Cell, Optional<Value>> cells = cells();
            Truth truth = condition.evaluate(facts(cells), Optional.empty()).truth();
            Set<Truth> completed = completions(condition, cells);
            assertThat(completed).as("nothing unknown, nothing open").doesNotContain(Truth.UNKNOWN);
            if (truth != Truth.UNKNOWN) {
                assertThat(completed).as(condition.text() + " over " + cells).containsOnly(truth);
                decidedDespiteUnknowns += cells.containsValue(Optional.empty()) ? 1 : 0;
            }
        }
        assertThat(decidedDespiteUnknowns).isGreaterThan(100);
    }

    @Test
    void aSingleQuestionIsOpenOnlyWhenCompletionsDiffer() {
        for (int round = 0; round < 500; round++) {
            Condition condition = read(atom());
            Map<Cell, Optional<Value>> cells = cells();
            Truth truth = condition.evaluate(facts(cells), Optional.empty()).truth();
            Set<Truth> completed = completions(condition, cells);
            assertThat(truth)
                    .as(condition.text() + " over " + cells)
                    .isEqualTo(completed.size() == 1 ? completed.iterator().next() : Truth.UNKNOWN);
        }
    }

    private static Condition read(String text) {
        Read<Condition> read =
                new Expressions(Sentences.DECLARED).condition(new PlainSnippet(text), false);
        assertThat(read.problems()).as(text).isEmpty();
        return ((Read.Accepted<Condition>) read).value();
    }

    private String condition(int depth) {
        if (depth == 0 || random.nextInt(5) == 0) {
            return atom();
        }
        return switch (random.nextInt(5)) {
            case 0 -> "!(" + condition(depth - 1) + ")";
            case 1 -> "(" + condition(depth - 1) + " && " + condition(depth - 1) + ")";
            case 2 -> "(" + condition(depth - 1) + " || " + condition(depth - 1) + ")";
            case 3 -> "(" + condition(depth - 1) + " == " + atom() + ")";
            default ->
                    "("
                            + condition(depth - 1)
                            + " ? "
                            + condition(depth - 1)
                            + " : "
                            + atom()
                            + ")";
        };
    }

    /// A question that CEL and we must answer exactly, not only soundly.
    private String atom() {
        String finding = random.nextBoolean() ? "store_frozen" : "store_silent";
        String operator = List.of("<", "<=", ">", ">=", "==", "!=").get(random.nextInt(6));
        int number = random.nextInt(6) - 1;
        return switch (random.nextInt(8)) {
            case 0 -> "any(" + finding + ")";
            case 1 -> "all(" + finding + ")";
            case 2 -> "none(" + finding + ")";
            case 3 -> "(count(" + finding + ") " + operator + " " + number + ")";
            case 4 -> "(" + number + " " + operator + " count(" + finding + "))";
            case 5 -> "hosts.exists(h, h." + finding + ")";
            case 6 -> "hosts.all(h, !h." + finding + ")";
            default -> "(count(" + finding + ") * 2 " + operator + " " + number + ")";
        };
    }

    private Map<Cell, Optional<Value>> cells() {
        Map<Cell, Optional<Value>> cells = new LinkedHashMap<>();
        for (String host : List.of("cp1", "cp2", "cp3")) {
            for (String finding : List.of("store_frozen", "store_silent")) {
                Value value = new Value.Bool(random.nextBoolean());
                cells.put(
                        new Cell(finding, host),
                        random.nextInt(3) == 0 ? Optional.empty() : Optional.of(value));
            }
        }
        return cells;
    }

    private static Set<Truth> completions(Condition condition, Map<Cell, Optional<Value>> cells) {
        List<Cell> open =
                cells.entrySet().stream()
                        .filter(cell -> cell.getValue().isEmpty())
                        .map(Map.Entry::getKey)
                        .toList();
        Set<Truth> truths = EnumSet.noneOf(Truth.class);
        for (int bits = 0; bits < 1 << open.size(); bits++) {
            Map<Cell, Optional<Value>> whole = new LinkedHashMap<>(cells);
            for (int i = 0; i < open.size(); i++) {
                whole.put(open.get(i), Optional.of(new Value.Bool((bits >> i & 1) == 1)));
            }
            truths.add(condition.evaluate(facts(whole), Optional.empty()).truth());
        }
        return truths;
    }

    @Test
    void minimaAndMaximaAreDecidedExactly() {
        for (int round = 0; round < 500; round++) {
            String text =
                    (random.nextBoolean() ? "min" : "max")
                            + "(restarts) "
                            + List.of("<", "<=", ">", ">=", "==", "!=").get(random.nextInt(6))
                            + " "
                            + List.of("0", "1", "2", "3", "4").get(random.nextInt(5));
            Condition condition = read(text);
            Map<Cell, Optional<Value>> cells = new LinkedHashMap<>();
            cells.put(new Cell("restarts", "cp1"), Optional.of(new Value.Whole(random.nextInt(4))));
            cells.put(new Cell("restarts", "cp2"), Optional.of(new Value.Whole(random.nextInt(4))));
            cells.put(new Cell("restarts", "cp3"), Optional.empty());
            Set<Truth> completed = EnumSet.noneOf(Truth.class);
            for (long number : NUMBERS) {
                Map<Cell, Optional<Value>> whole = new LinkedHashMap<>(cells);
                whole.put(new Cell("restarts", "cp3"), Optional.of(new Value.Whole(number)));
                completed.add(condition.evaluate(facts(whole), Optional.empty()).truth());
            }
            assertThat(condition.evaluate(facts(cells), Optional.empty()).truth())
                    .as(text + " over " + cells)
                    .isEqualTo(
                            completed.size() == 1
                                    ? new ArrayList<>(completed).getFirst()
                                    : Truth.UNKNOWN);
        }
    }

    private static SettableFacts facts(Map<Cell, Optional<Value>> cells) {
        SettableFacts facts = new SettableFacts();
        cells.forEach((cell, value) ->
                facts.sample(
                        cell.finding(),
                        cell.host(),
                        value.<Sample>map(v -> new Sample.Known(v, SettableFacts.NOW, "check"))
                                .orElseGet(() -> new Sample.Unknown("silent", Optional.empty()))));
        return facts;
    }
}
