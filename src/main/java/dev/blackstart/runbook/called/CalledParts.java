package dev.blackstart.runbook.called;

import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.Heading;
import dev.blackstart.runbook.Hypothesis;
import dev.blackstart.runbook.Targets;
import dev.blackstart.runbook.Text;
import java.util.List;

/// Moves conditions, texts and what holds them into the calling runbook.
record CalledParts(Inside inside) {
    Condition condition(Condition own) {
        return new CalledCondition(own, inside);
    }

    Text text(Text own) {
        return new CalledText(own, inside);
    }

    Heading heading(Heading own) {
        return new Heading(
                own.id().within(inside.call()),
                own.position(),
                own.title(),
                own.why(),
                own.when().map(this::condition),
                own.notRunHere(),
                own.byHand().map(this::text));
    }

    Targets targets(Targets own) {
        return new Targets(
                own.on(),
                own.where().map(this::condition),
                own.limit(),
                own.timeout(),
                own.needs());
    }

    Hypothesis hypothesis(Hypothesis own) {
        return new Hypothesis(
                own.name().within(inside.call()),
                own.says(),
                conditions(own.confirmedBy()),
                conditions(own.refutedBy()),
                own.doNot(),
                own.freshFor(),
                own.position());
    }

    private List<Condition> conditions(List<Condition> own) {
        return own.stream().map(this::condition).toList();
    }
}
