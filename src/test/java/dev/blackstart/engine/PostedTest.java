package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.Request;
import dev.blackstart.run.GateId;
import dev.blackstart.run.Person;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Commands arrive as they were sent, and what is no command is nothing.
class PostedTest {
    private static final Person ANNA = new Person("anna");

    static Stream<OperatorCommand> commands() {
        return Stream.of(
                new OperatorCommand.Answer(new GateId(7), "abc", "y", "gateway1", "", ANNA),
                new OperatorCommand.Answer(
                        new GateId(1), "d", "amend", "two\nlines & 100 % = ä", "x=y&z", ANNA),
                new OperatorCommand.Stop(ANNA, "wrong cluster"),
                new OperatorCommand.Stop(ANNA, ""),
                new OperatorCommand.HandOver(ANNA, new Person("bo & co")),
                new OperatorCommand.TakeOver(ANNA, true),
                new OperatorCommand.TakeOver(ANNA, false));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void arrivesAsItWasSent(OperatorCommand command) {
        assertThat(Posted.read(Posted.of(command).orElseThrow())).contains(command);
    }

    @Test
    void leavingIsNobodyElsesBusiness() {
        assertThat(Posted.of(new OperatorCommand.Leave("lunch"))).isEmpty();
    }

    @Test
    void whatIsNoCommandIsNothing() {
        for (Request request :
                List.of(
                        new Request("approve", "anna", "x"),
                        new Request("answer", "anna", "x"),
                        new Request("answer", "anna", "one&d&y&&"),
                        new Request("stop", " ", "x"),
                        new Request("hand-over", "anna", "%zz"))) {
            assertThat(Posted.read(request)).as(request.toString()).isEmpty();
        }
    }
}
