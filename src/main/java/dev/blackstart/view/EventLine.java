package dev.blackstart.view;

import dev.blackstart.run.Attestation;
import dev.blackstart.run.Hindrance;
import dev.blackstart.run.Observation;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.RunEvent;
import dev.blackstart.runbook.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What one event says, in one short piece of text without time, step or host.
public final class EventLine {
    private EventLine() {}

    public static String of(Observation observation) {
        return switch (observation) {
            case Observation.Seen seen -> seen(seen);
            case Observation.NoAnswer none -> "NO ANSWER: " + none.reason();
            case Observation.NotAdmissible not -> "may not testify: " + not.reason();
        };
    }

    private static String seen(Observation.Seen seen) {
        String end = seen.timedOut() ? "HUNG after " : "";
        return findings(seen) + " (" + end + Elapsed.exact(seen.took()) + ")";
    }

    /// What was found, or how the command ended when nothing is to be found.
    static String findings(Observation.Seen seen) {
        String findings =
                seen.findings().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + of(entry.getValue()))
                        .collect(Collectors.joining(", "));
        return findings.isEmpty() ? exit(seen) : findings;
    }

    private static String exit(Observation.Seen seen) {
        if (seen.exit().isPresent()) {
            return "exit " + seen.exit().getAsInt();
        }
        return seen.signal().map(signal -> "signal " + signal).orElse("no exit status");
    }

    public static String of(Reading reading) {
        return switch (reading) {
            case Reading.Taken taken -> taken.value().shown();
            case Reading.Missing missing -> "unknown (" + missing.reason() + ")";
        };
    }

    public static String of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Succeeded it -> "succeeded" + took(" in ", it.took());
            case Outcome.Failed it -> "FAILED: " + it.how() + took(" after ", it.took());
            case Outcome.TimedOut it ->
                    "TIMED OUT: the host stopped it "
                            + (it.after().isZero()
                                    ? "at its time limit"
                                    : "after " + Elapsed.shown(it.after()));
            case Outcome.Unreachable it -> of(it.by()) + ": " + it.reason();
            case Outcome.Unknown it -> "OUTCOME UNKNOWN: " + it.reason();
            case Outcome.Rehearsed it -> "rehearsed, nothing was sent";
        };
    }

    /// Why nothing was carried out on a host, without what was said of it.
    static String of(Hindrance by) {
        return switch (by) {
            case UNREACHABLE -> "UNREACHABLE, nothing was sent";
            case REFUSED_BY_HOST -> "REFUSED BY THE HOST, nothing was started";
            case NOT_SENT -> "NOT SENT";
            case NOT_STARTED -> "NOT STARTED";
        };
    }

    /// A receipt that was found later does not say how long it took.
    private static String took(String word, Duration took) {
        return took.isZero() ? "" : word + Elapsed.exact(took);
    }

    public static String of(RunEvent.Dispatched event) {
        return switch (event.purpose()) {
            case PRESERVE -> "keeping the evidence that this destroys";
            case ACT -> "going out, approved at gate " + event.gate();
            case RELEASE -> "ending the cure that still works";
            case UNDO -> "undoing it, approved at gate " + event.gate();
        };
    }

    static String of(RunEvent.AtWork event) {
        return event.silent()
                .map(it -> "at work, silent for " + Elapsed.shown(it) + "; " + event.said())
                .orElse("at work as far as known; " + event.said());
    }

    static String of(RunEvent.StopTold event) {
        return "the host was told to stop it: " + event.answer();
    }

    static String of(RunEvent.GlassReviewed event) {
        return "reviewed by " + event.by() + ": " + event.reason();
    }

    public static String of(RunEvent.GateAnswered event) {
        return event.by()
                + event.attested().map(it -> " (" + how(it) + ")").orElse("")
                + " chose "
                + event.choice()
                + (event.note().isEmpty() ? "" : ": " + event.note());
    }

    /// How it is known who somebody is, in words.
    public static String how(Attestation attested) {
        return switch (attested.way()) {
            case SIGNATURE -> "signed with " + attested.fingerprint();
            case CHAT -> "in chat as " + attested.account();
            case WEB -> "in the web console as " + attested.account();
            case TOKEN -> "by the token " + attested.account();
        };
    }

    public static String of(RunEvent.Resolved event) {
        String by =
                switch (event.by()) {
                    case RECEIPT -> "by the host's receipt";
                    case PROBE -> "by a later look at the host";
                    case PERSON -> "by " + event.who();
                };
        String outcome =
                event.outcome() instanceof Outcome.Unreachable it
                        ? "NOT CARRIED OUT: " + it.reason()
                        : of(event.outcome());
        return "resolved " + by + ": " + outcome + " (" + event.reason() + ")";
    }

    static String of(RunEvent.Paused event) {
        return event.reason().startsWith("PAUSED(") ? event.reason() : "PAUSED: " + event.reason();
    }

    public static String of(RunEvent.StepSettled event) {
        String reasons = event.reasons().isEmpty() ? "" : ": " + String.join("; ", event.reasons());
        return switch (event.outcome()) {
            case SUCCEEDED -> "done" + reasons;
            case NOT_NEEDED -> "not needed" + reasons;
            case REFUSED, UNDECIDED -> "REFUSED" + reasons;
            case FAILED -> "FAILED" + reasons;
            case SKIPPED -> "skipped" + reasons;
            case UNDONE -> "UNDONE" + reasons;
            case REVERTED -> "REVERTED BY THE HOST" + reasons;
            case REHEARSED -> "rehearsed, nothing was sent" + reasons;
        };
    }

    public static String of(RunEvent.Fetched event) {
        if (!event.equal()) {
            return "COPY NOT USABLE: " + event.reason();
        }
        return "fetched to " + event.local() + ", " + event.bytes() + " bytes, hash equal";
    }

    public static String of(RunEvent.ArtifactChecked event) {
        return "artifact "
                + event.path()
                + " "
                + switch (event.valid()) {
                    case TRUE -> "is valid";
                    case FALSE -> "IS NOT VALID";
                    case UNKNOWN -> "could not be checked";
                }
                + ": "
                + event.reason();
    }

    static String of(RunEvent.Rebooted event) {
        String what =
                event.during()
                        .map(step ->
                                event.asked()
                                        ? "REBOOTED, as " + step + " asked for"
                                        : "REBOOTED while " + step + " ran (not asked for)")
                        .orElse("REBOOTED (not asked for)");
        return what + "; what it said before does not count any more";
    }

    public static String of(RunEvent.Verified event) {
        String word = event.truth().name().toLowerCase(Locale.ROOT);
        return "verified: " + word + reasons(event.reasons());
    }

    public static String reasons(List<String> reasons) {
        return reasons.isEmpty() ? "" : " (" + String.join("; ", reasons) + ")";
    }
}
