package dev.blackstart.expression;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Truth;
import java.util.List;

/// `any`, `all` and `none` over hosts that said something: one host that decides is enough, a
/// silent one leaves it open only when nobody decided.
record Majority(Census census, Input.OverHosts input) {
    /// The answer of one host that decides: true for `any` and `none`, false for `all`.
    private boolean decisive() {
        return input.question() != Question.ALL;
    }

    Possible answer() {
        List<HostName> deciding = census.saying(decisive());
        if (!deciding.isEmpty()) {
            return told(input.question() == Question.ANY, deciding, decisive());
        }
        List<HostName> others = census.saying(!decisive());
        if (census.silent().isEmpty()) {
            return told(input.question() != Question.ANY, others, !decisive());
        }
        String rest =
                others.isEmpty()
                        ? ""
                        : ", "
                                + others.size()
                                + " of "
                                + (others.size() + census.silent().size())
                                + " "
                                + Words.says(others)
                                + " "
                                + !decisive();
        return Possible.eitherWay(head(Truth.UNKNOWN) + census.silence() + rest);
    }

    private Possible told(boolean value, List<HostName> hosts, boolean said) {
        String what =
                value && said && input.question() != Question.NONE ? "so" : Boolean.toString(said);
        return new Possible.Exactly(value, head(Truth.of(value)) + census.statement(hosts, what));
    }

    private String head(Truth truth) {
        return input.text() + " is " + Words.truth(truth) + ": ";
    }
}
