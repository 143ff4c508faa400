package dev.blackstart.chat;

import dev.blackstart.chat.Message.Exact;
import dev.blackstart.run.RunId;
import dev.blackstart.service.Caller;
import dev.blackstart.service.Gates;
import dev.blackstart.service.Order;
import dev.blackstart.service.Papers;
import dev.blackstart.service.Refusal;
import dev.blackstart.service.RunQuery;
import dev.blackstart.service.RunSummary;
import dev.blackstart.service.Runs;
import dev.blackstart.service.Service;
import dev.blackstart.service.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Does what somebody asks in a chat, and answers them alone.
public final class Desk {
    private static final int COLUMNS = 96;

    /// A document of more characters is named and not shown.
    private static final int LONGEST = 12_000;

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Service service;
    private final Consumer<RunId> tell;

    /// @param tell makes the channel hear of a run
    public Desk(Service service, Consumer<RunId> tell) {
        this.service = service;
        this.tell = tell;
    }

    /// @param key the same wish with the same key starts nothing again
    public Message carryOut(Wish wish, Caller caller, Order.Key key) {
        try {
            return switch (wish) {
                case Wish.Help it -> Message.said("Say one of: " + Wish.USAGE);
                case Wish.Listing it ->
                        Message.said(
                                "Runbooks:",
                                new Exact(
                                        "Runbooks",
                                        service.catalog()
                                                .runbooks(caller)
                                                .lines(service.clock().instant(), COLUMNS)));
                case Wish.Start it -> start(it, caller, key);
                case Wish.Status it -> status(it.run(), caller);
                case Wish.Report it -> report(it.run(), caller);
            };
        } catch (Refusal e) {
            return Message.said(e.lines());
        }
    }

    private Message start(Wish.Start wish, Caller caller, Order.Key key) {
        RunId run = order(wish, caller, key);
        return Message.said("Run %s of %s: the channel tells it.".formatted(run, wish.name()));
    }

    /// Starts a run and has it told.
    ///
    /// @throws Refusal when it is not started
    RunId order(Wish.Start wish, Caller caller, Order.Key key) {
        Order order =
                new Order(
                        wish.name(),
                        wish.mode(),
                        wish.parameters(),
                        Map.of(),
                        false,
                        Optional.of(key));
        Runs.Started started = service.runs().start(order, caller);
        tell.accept(started.run());
        return started.run();
    }

    private Message status(Optional<RunId> wanted, Caller caller) {
        RunId run = wanted.orElseGet(() -> newest(caller));
        Snapshot snapshot = service.runs().one(run, caller);
        if (snapshot.state().closed().isEmpty()) {
            tell.accept(run);
        }
        RunSummary summary = service.runs().summary(snapshot);
        return Message.said(
                List.of(
                        "Run %s of %s, %s, by %s: %s."
                                .formatted(
                                        run,
                                        summary.runbook(),
                                        summary.modeWord(),
                                        summary.by(),
                                        summary.standing()),
                        snapshot.state().closed().isPresent()
                                ? "It is closed."
                                : "The channel tells how it goes on."));
    }

    private Message report(Optional<RunId> wanted, Caller caller) {
        RunId run = wanted.orElseGet(() -> newest(caller));
        String report = service.papers().report(service.runs().one(run, caller), Papers.Form.md);
        return report.length() > LONGEST
                ? Message.said(
                        "The report of run %s is too long for here; read it with blackstart report %s, or at /api/v1/runs/%s/report."
                                .formatted(run, run, run))
                : Message.said(
                        "The report of run %s:".formatted(run),
                        new Exact("Report", report.lines().toList()));
    }

    private RunId newest(Caller caller) {
        return service.runs().list(RunQuery.ALL, caller).runs().stream()
                .map(RunSummary::run)
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "There is no run yet."));
    }

    /// Gives an answer to a gate. The caller's credential is their account in the chat, which the
    /// journal keeps.
    ///
    /// @return what the person is told when it does not count or is not known yet; empty when it
    ///   counts
    public Optional<String> answer(Gates.Answer answer, Caller caller) {
        try {
            boolean open = service.gates().one(answer.run(), answer.gate(), caller).open();
            if (open && !service.runs().here(answer.run())) {
                return Optional.of(elsewhere(answer.run()));
            }
            return switch (service.gates().answer(answer, caller, PATIENCE)) {
                case Gates.Outcome.Counted it -> Optional.empty();
                case Gates.Outcome.Withdrawn it -> Optional.of(it.sentence());
                case Gates.Outcome.NotCounted it -> Optional.of(it.sentence());
                case Gates.Outcome.Pending it ->
                        Optional.of(
                                "Whoever carries the run out has not said yet; the message of the run will show it.");
            };
        } catch (Refusal e) {
            return Optional.of(String.join(" ", e.lines()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("The service is being stopped; answer again later.");
        }
    }

    /// To another process, what is vouched for here is a name like any other.
    private static String elsewhere(RunId run) {
        return "Run %s is carried out by another process, which believes no answer from here; answer with blackstart attach %s, or sign one with blackstart approve %s."
                .formatted(run, run, run);
    }
}
