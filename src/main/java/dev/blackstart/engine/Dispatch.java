package dev.blackstart.engine;

import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.run.ActionKey;
import dev.blackstart.run.ActionProgress;
import dev.blackstart.run.Directive;
import dev.blackstart.run.Plan;
import dev.blackstart.run.Prepared;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Secret;
import dev.blackstart.transport.Completion;
import dev.blackstart.transport.Deadlines;
import dev.blackstart.transport.Fetch;
import dev.blackstart.transport.Handed;
import dev.blackstart.transport.Request;
import dev.blackstart.transport.wrapper.ActionCommand;
import dev.blackstart.transport.wrapper.CheckCommand;
import dev.blackstart.transport.wrapper.CheckReply;
import dev.blackstart.transport.wrapper.Claim;
import dev.blackstart.transport.wrapper.DisarmCommand;
import dev.blackstart.transport.wrapper.ReceiptCommand;
import dev.blackstart.transport.wrapper.WorkCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Turns directives into requests of the transport; what comes back arrives at the engine's loop.
final class Dispatch {
    private static final Duration FETCH_WITHIN = Duration.ofMinutes(10);
    private static final String HASH = "sha256sum -- \"$ARTIFACT\" | cut -d' ' -f1";

    private final Claimant claimant;
    private final Plan plan;
    private final Map<String, Secret> secrets;
    private final Equipment equipment;
    private final Consumer<Arrival> inbox;

    Dispatch(
            Claimant claimant,
            Plan plan,
            Map<String, Secret> secrets,
            Equipment equipment,
            Consumer<Arrival> inbox) {
        this.claimant = claimant;
        this.plan = plan;
        this.secrets = Map.copyOf(secrets);
        this.equipment = equipment;
        this.inbox = inbox;
    }

    void observe(Directive.Observe directive) {
        look(
                directive.prepared(),
                completion -> inbox.accept(new Arrival.Observed(directive, completion)));
    }

    /// Sent as a check is, but never a second time: a person typed it.
    void inspect(Directive.Inspect directive) {
        Prepared prepared = directive.prepared();
        Consumer<Completion> deliver =
                completion -> inbox.accept(new Arrival.Inspected(directive, completion));
        try {
            String line = CheckCommand.line(prepared);
            equipment
                    .transport()
                    .execute(
                            request(prepared, line, prepared.timeout(), false),
                            handed -> {},
                            began(prepared, deliver));
        } catch (IllegalArgumentException e) {
            deliver.accept(unreachable(e));
        }
    }

    void checkArtifact(Directive.CheckArtifact directive) {
        look(
                directive.prepared(),
                completion -> inbox.accept(new Arrival.ArtifactChecked(directive, completion)));
    }

    void capture(Directive.Capture directive) {
        look(
                directive.prepared(),
                completion -> inbox.accept(new Arrival.Captured(directive, completion)));
    }

    /// May be repeated: the host decides once whether its guard acts.
    void disarm(Directive.Disarm directive, RunState state) {
        Claim claim = claim(state.actions().of(directive.action(), Purpose.ACT).orElseThrow());
        String line =
                DisarmCommand.line(
                        claim, directive.rights().sudo(), Optional.of(claimant.looking()));
        equipment
                .transport()
                .execute(
                        request(directive.rights(), line, directive.rights().timeout(), true),
                        handed -> {},
                        completion ->
                                inbox.accept(
                                        new Arrival.Disarmed(
                                                directive, claim.nonce(), completion)));
    }

    void lookAtWork(Directive.LookAtWork directive, RunState state) {
        Claim claim = claim(directive.action(), directive.purpose(), state);
        work(
                claim,
                directive.rights(),
                false,
                completion ->
                        inbox.accept(new Arrival.WorkSeen(directive, claim.nonce(), completion)));
    }

    void stopWork(Directive.StopWork directive, RunState state) {
        Claim claim = claim(directive.action(), directive.purpose(), state);
        work(
                claim,
                directive.rights(),
                true,
                completion ->
                        inbox.accept(
                                new Arrival.StopAnswered(directive, claim.nonce(), completion)));
    }

    private void work(Claim claim, Prepared rights, boolean stop, Consumer<Completion> deliver) {
        String line = WorkCommand.line(claim, rights.sudo(), stop, Optional.of(claimant.looking()));
        equipment
                .transport()
                .execute(request(rights, line, rights.timeout(), true), handed -> {}, deliver);
    }

    private Claim claim(ActionKey action, Purpose purpose, RunState state) {
        return claim(state.actions().of(action, purpose).orElseThrow());
    }

    void checkNeeds(Directive.CheckNeeds directive) {
        look(
                directive.prepared(),
                completion -> inbox.accept(new Arrival.NeedsAnswered(directive, completion)));
    }

    void lookForReturn(Directive.LookForReturn directive) {
        look(
                directive.prepared(),
                completion -> inbox.accept(new Arrival.Sighted(directive, completion)));
    }

    void lookAtFile(Directive.LookAtFile directive) {
        look(
                directive.prepared(),
                completion -> inbox.accept(new Arrival.FileSeen(directive, completion)));
    }

    /// First the host's own hash, then the copy.
    void hashArtifact(Directive.FetchArtifact directive) {
        Prepared hash =
                new Prepared(
                        directive.action().host(),
                        "run",
                        HASH,
                        Map.of("ARTIFACT", directive.path()),
                        false,
                        Optional.empty(),
                        FETCH_WITHIN,
                        1 << 20);
        look(hash, completion -> inbox.accept(new Arrival.Hashed(directive, completion)));
    }

    void fetchArtifact(Directive.FetchArtifact directive, String hostHash) {
        Host host = host(directive.action().host());
        equipment
                .transport()
                .fetch(
                        new Fetch(host, directive.path(), local(directive.action()), FETCH_WITHIN),
                        result -> inbox.accept(new Arrival.Fetched(directive, hostHash, result)));
    }

    Path local(ActionKey action) {
        return equipment
                .artifacts()
                .resolve(claimant.run().value())
                .resolve(
                        "%s-%s-%d.snapshot"
                                .formatted(action.step(), action.host(), action.attempt()));
    }

    /// @param bare the host keeps no receipts
    /// @param seize fences of other installations are put aside there
    void act(
            Directive.Act directive,
            String nonce,
            boolean bare,
            Optional<String> boot,
            boolean seize) {
        Prepared prepared = directive.prepared();
        Consumer<Completion> ended =
                completion -> inbox.accept(new Arrival.Ended(directive, nonce, completion));
        Consumer<Handed> sent = handed -> inbox.accept(new Arrival.Sent(directive, handed));
        try {
            String line = line(directive, nonce, bare, boot, seize);
            equipment
                    .transport()
                    .execute(
                            request(
                                    prepared,
                                    line,
                                    ActionCommand.patience(prepared.timeout()),
                                    false),
                            sent,
                            ended);
        } catch (IllegalArgumentException e) {
            ended.accept(unreachable(e));
        }
    }

    private String line(
            Directive.Act directive,
            String nonce,
            boolean bare,
            Optional<String> boot,
            boolean seize) {
        Claim claim = claim(directive.action(), directive.purpose(), nonce);
        if (!bare) {
            return ActionCommand.line(
                    directive.prepared(),
                    claim,
                    Optional.of(claimant.acting(directive, seize)),
                    boot,
                    directive.revert());
        }
        if (directive.revert().isPresent()) {
            throw new IllegalArgumentException(
                    "what undoes it by itself needs a host that keeps receipts");
        }
        return ActionCommand.bare(directive.prepared(), claim);
    }

    /// Where none is kept there is nothing to read, and looking would make one.
    void readReceipt(Directive.ReadReceipt directive, RunState state) {
        ActionProgress progress =
                state.actions().of(directive.action(), directive.purpose()).orElseThrow();
        if (progress.intent().bare()) {
            Completion none =
                    new Completion.Unreachable(
                            Completion.Cause.NO_SESSION, "the host keeps no receipts");
            inbox.accept(new Arrival.ReceiptCame(directive, none));
            return;
        }
        String line =
                ReceiptCommand.line(
                        claim(progress),
                        directive.prepared().sudo(),
                        directive.patience(),
                        Optional.of(claimant.looking()));
        equipment
                .transport()
                .execute(
                        request(directive.prepared(), line, directive.prepared().timeout(), true),
                        handed -> {},
                        completion -> inbox.accept(new Arrival.ReceiptCame(directive, completion)));
    }

    Claim claim(ActionProgress progress) {
        return claim(
                progress.intent().action(), progress.intent().purpose(), progress.intent().nonce());
    }

    Claim claim(ActionKey action, Purpose purpose, String nonce) {
        return new Claim(claimant.run(), action, purpose, nonce);
    }

    private void look(Prepared prepared, Consumer<Completion> deliver) {
        try {
            equipment
                    .transport()
                    .execute(
                            request(
                                    prepared,
                                    CheckCommand.line(prepared),
                                    prepared.timeout(),
                                    true),
                            handed -> {},
                            began(prepared, deliver));
        } catch (IllegalArgumentException e) {
            deliver.accept(unreachable(e));
        }
    }

    private Consumer<Completion> began(Prepared prepared, Consumer<Completion> deliver) {
        Host host = host(prepared.host());
        return completion -> deliver.accept(CheckReply.of(prepared, host, completion));
    }

    /// A command line no host could take was never sent.
    private static Completion unreachable(IllegalArgumentException e) {
        return new Completion.Unreachable(
                Completion.Cause.KEPT_BACK, "the command cannot be sent: " + e.getMessage());
    }

    private Request request(Prepared prepared, String line, Duration total, boolean repeatable) {
        return new Request(
                host(prepared.host()),
                line,
                stdin(prepared),
                Deadlines.of(total),
                prepared.outputLimit(),
                repeatable);
    }

    /// An upload's content goes the way of secrets: no process list shows it.
    private Optional<Secret> stdin(Prepared prepared) {
        return prepared.upload()
                .map(upload -> new Secret(upload.content()))
                .or(() -> prepared.stdin().map(secrets::get));
    }

    private Host host(HostName name) {
        return plan.inventory().host(name).orElseThrow();
    }
}
