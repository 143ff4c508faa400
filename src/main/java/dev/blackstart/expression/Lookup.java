package dev.blackstart.expression;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Explained;
import dev.blackstart.runbook.Sample;
import dev.blackstart.runbook.StepId;
import dev.blackstart.runbook.Truth;
import dev.blackstart.runbook.Value;
import dev.blackstart.runbook.ValueType;
import java.util.Optional;
import java.util.stream.Collectors;

/// Looks up what an input of an expression is, or may be, at one moment.
final class Lookup {
    private final Moment moment;

    private Lookup(Moment moment) {
        this.moment = moment;
    }

    static Possible in(Moment moment, Input input) {
        Lookup lookup = new Lookup(moment);
        return switch (input) {
            case Input.OverHosts over ->
                    Census.take(moment, over.finding(), over.ofFinding()).answer(over);
            case Input.OfHost of -> lookup.ofHost(of);
            case Input.HostField field -> lookup.field(field);
            case Input.Supposed supposed ->
                    lookup.claim(input, moment.facts().hypothesis(supposed.hypothesis()));
            case Input.Established claim ->
                    lookup.claim(input, moment.facts().established(claim.hypothesis()));
            case Input.Verified verified -> lookup.verified(verified);
            case Input.OutcomeOf outcome -> lookup.outcome(outcome);
            case Input.Answer answer -> lookup.answer(answer);
            case Input.Given given -> lookup.given(given);
            case Input.Quantified quantified -> new Quantifier(moment, quantified).answer();
        };
    }

    private Possible ofHost(Input.OfHost input) {
        Optional<HostName> host = moment.host(input.variable());
        if (host.isEmpty()) {
            return open(input.type(), input.text() + " is unknown: no host is meant here");
        }
        String on = " on " + host.get();
        return switch (moment.facts().sample(input.finding(), host.get())) {
            case Sample.Known known -> known(input, input.type(), known, on);
            case Sample.Unknown unknown ->
                    open(input.type(), input.text() + " is unknown" + on + ": " + unknown.reason());
            case Sample.Inadmissible not ->
                    open(
                            input.type(),
                            input.text()
                                    + " is unknown"
                                    + on
                                    + ", which may not testify: "
                                    + not.reason());
        };
    }

    private Possible known(Input input, ValueType type, Sample.Known known, String where) {
        Object value = Types.toCel(known.value());
        String says = input.text() + " is " + Excerpt.of(Types.shown(value)) + where;
        return Types.fits(known.value(), type)
                ? new Possible.Exactly(value, says + " (" + moment.age(known.at()) + " ago)")
                : open(type, says + ", which is not " + Types.word(type));
    }

    private static Possible open(ValueType type, String reason) {
        return type == ValueType.BOOL ? Possible.eitherWay(reason) : new Possible.Anything(reason);
    }

    private Possible field(Input.HostField input) {
        return moment.host(input.variable())
                .map(host -> input.address() ? moment.facts().address(host) : host.value())
                .<Possible>map(text -> new Possible.Exactly(text, input.text() + " is " + text))
                .orElseGet(() ->
                        new Possible.Anything(input.text() + " is unknown: no host is meant here"));
    }

    private Possible claim(Input input, Explained explained) {
        String says = input.text() + " is " + Words.truth(explained.truth());
        String because = explained.reasons().stream().collect(Collectors.joining("; "));
        return Possible.of(explained.truth(), because.isEmpty() ? says : says + ": " + because);
    }

    private Possible verified(Input.Verified input) {
        Truth truth = moment.facts().verified(input.step());
        return Possible.of(
                truth, input.text() + " is " + Words.truth(truth) + ": " + state(input.step()));
    }

    private String state(StepId step) {
        return step + " is " + moment.facts().outcome(step);
    }

    private Possible outcome(Input.OutcomeOf input) {
        return new Possible.Exactly(moment.facts().outcome(input.step()), state(input.step()));
    }

    private Possible answer(Input.Answer input) {
        return switch (moment.facts().answer(input.finding())) {
            case Sample.Known known -> known(input, input.type(), known, "");
            case Sample.Unknown unknown ->
                    open(input.type(), input.text() + " is unknown: " + unknown.reason());
            case Sample.Inadmissible not ->
                    open(input.type(), input.text() + " is unknown: " + not.reason());
        };
    }

    private Possible given(Input.Given input) {
        Optional<Value> value = moment.facts().parameter(input.parameter());
        if (value.isEmpty() || !Types.fits(value.get(), input.type())) {
            return open(input.type(), input.text() + " has no value");
        }
        Object object = Types.toCel(value.get());
        return new Possible.Exactly(
                object, input.text() + " is " + Excerpt.of(Types.shown(object)));
    }
}
