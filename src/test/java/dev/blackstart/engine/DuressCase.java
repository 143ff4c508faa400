package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.Carried;
import dev.blackstart.journal.Spool;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.run.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/// What tests of a journal that cannot be written share: one that fails, a person, and a place for
/// what is held.
abstract class DuressCase extends EngineCase {
    static final String ACT =
            """
            steps:
              - action: act
                on: a
                risk: mutate
                run: echo acted >> "$HOME/effects"
                timeout: 20s
            """;

    static final String DISRUPT =
            """
            steps:
              - check: look
                on: a
                run: cat "$HOME/state"
                timeout: 10s
                findings: { fine: 'lines[0] == "fine"' }
              - action: act
                on: a
                risk: disrupt
                requires: all(fine)
                run: echo acted >> "$HOME/effects"
                timeout: 20s
            """;

    final List<JournalPause> pauses = new ArrayList<>();
    final HeldHere spool = new HeldHere();
    final List<AutoCloseable> opened = new ArrayList<>();
    int resumed;

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : opened) {
            one.close();
        }
    }

    /// As in the memory of a machine: words, not objects.
    static final class HeldHere implements Spool {
        final Map<RunId, List<String>> held = new HashMap<>();

        List<String> words(RunId run) {
            return held.getOrDefault(run, List.of());
        }

        @Override
        public Optional<String> hold(RunId run, List<Carried> events) {
            held.put(run, events.stream().map(Carried::word).toList());
            return Optional.of("here");
        }

        @Override
        public Found find(RunId run) {
            List<Carried> events = new ArrayList<>();
            for (String word : held.getOrDefault(run, List.of())) {
                try {
                    events.add(Carried.read(word));
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
            return new Found(events, Optional.empty());
        }

        @Override
        public void discard(RunId run) {
            held.remove(run);
        }

        @Override
        public void setAside(RunId run) {
            held.remove(run);
        }
    }

    /// @param ways what the person says each time; empty: they leave
    Attendant person(Rig rig, OperatorCommand.Way... ways) {
        Deque<OperatorCommand.Way> said = new ArrayDeque<>(List.of(ways));
        return new Attendant() {
            @Override
            public boolean paused(JournalPause pause) {
                pauses.add(pause);
                rig.tell(
                        said.isEmpty()
                                ? new OperatorCommand.Leave("enough")
                                : new OperatorCommand.OfJournal(said.poll()));
                return true;
            }

            @Override
            public void goesOn(RunState state) {
                resumed++;
            }
        };
    }

    Rig failing(String yaml, Class<? extends RunEvent> kind, int times, boolean landed)
            throws Exception {
        Rig rig = rig(yaml).answer("act", "y", "y", "y");
        opened.add(rig);
        rig.journal = new FailingJournal(rig.journal, kind, times, landed).journal();
        rig.spool = spool;
        return rig;
    }

    static List<String> words(Rig rig) throws Exception {
        return rig.events().stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    static void assertDoneOnce(Rig rig, RunEnd end) throws Exception {
        assertThat(end).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
        assertThat(rig.effects("a")).containsExactly("acted");
        assertThat(rig.journal.audit().intact()).isTrue();
    }
}
