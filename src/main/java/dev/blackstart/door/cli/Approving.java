package dev.blackstart.door.cli;

import dev.blackstart.policy.Member;
import dev.blackstart.policy.SignedStatement;
import dev.blackstart.policy.SiteFiles;
import dev.blackstart.policy.SshKeygen;
import dev.blackstart.policy.Statement;
import dev.blackstart.run.Choice;
import dev.blackstart.run.Freeze;
import dev.blackstart.run.Gate;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.view.Escaped;
import dev.blackstart.view.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// Has a person sign the answer to a gate, or takes what they signed elsewhere, and hands it to the
/// process that carries the run out.
final class Approving {
    /// A signed answer is a few hundred characters; nobody is read for ever.
    private static final int LONGEST = 64 * 1024;

    private final Surroundings surroundings;
    private final SharedOptions shared;
    private final Archive archive;
    private final ApproveVerb said;

    Approving(Surroundings surroundings, SharedOptions shared, Archive archive, ApproveVerb said) {
        this.surroundings = surroundings;
        this.shared = shared;
        this.archive = archive;
        this.said = said;
    }

    /// @return the exit code
    int sign() {
        Instant now = surroundings.clock().instant();
        RunId run =
                archive.open(said.run, "approve", now, new Printed(surroundings, shared).columns());
        RunState state = RunState.fold(archive.events(run));
        SiteFiles site = site(run, state);
        GateChosen chosen = new GateChosen(state, Optional.ofNullable(said.gate), said.deny);
        Gate gate = chosen.gate();
        Member member = member(site);
        new Consenting(surroundings, archive.plan(state), state, said).to(gate, member);
        Statement statement =
                new Statement(
                        run,
                        gate.id(),
                        gate.digest(),
                        said.deny ? gate.fallback() : Gate.YES,
                        said.deny ? "" : gate.choice(Gate.YES).map(Choice::typed).orElse(""),
                        reason(),
                        member.name(),
                        chosen.until(gate, now));
        SignedStatement signed = new SignedStatement(statement, signature(site, member, statement));
        if (said.print) {
            surroundings
                    .streams()
                    .out()
                    .print(
                            shared.json()
                                    ? Json.object().with("signed", signed.text()).shown() + "\n"
                                    : signed.text());
            surroundings.say(
                    surroundings.complaints(),
                    "Nothing was sent; whoever has this text applies it with blackstart approve --signature FILE.");
            return ExitCode.DONE.number();
        }
        return new Delivering(surroundings, archive, shared).deliver(signed, member);
    }

    private String signature(SiteFiles site, Member member, Statement statement) {
        SigningKey keys = new SigningKey(surroundings, site, member, Optional.ofNullable(said.key));
        return switch (keys.sign(statement)) {
            case SshKeygen.Result.Done done -> done.text();
            case SshKeygen.Result.Refused no ->
                    throw new CannotGoOn(
                            ExitCode.NOT_ALLOWED,
                            "Nothing was signed: " + Escaped.line(no.why()) + ".");
        };
    }

    /// @param source a file, or `-`
    int apply(String source) {
        SignedStatement signed =
                SignedStatement.read(text(source))
                        .orElseThrow(() ->
                                refused(
                                        "That is no signed answer; blackstart approve --print makes one, from its first line "
                                                + Statement.NAMESPACE
                                                + " to the end of the signature."));
        RunId run = signed.statement().run();
        if (!said.run.isEmpty() && !archive.find(said.run).equals(run)) {
            throw refused("That was signed for run " + run + ", not for this one.");
        }
        archive.find(run.value());
        RunState state = RunState.fold(archive.events(run));
        SiteFiles site = site(run, state);
        return new Delivering(surroundings, archive, shared)
                .deliver(signed, known(site, signed.statement().person()));
    }

    private SiteFiles site(RunId run, RunState state) {
        if (state.closed().isPresent()) {
            throw refused("Run " + run + " is closed; nothing waits there any more.");
        }
        if (archive.owner(run).isEmpty()) {
            throw refused(
                    "No process carries run %s out, and its gates open anew when one does; blackstart resume %s."
                            .formatted(run, run));
        }
        return archive.policy(state)
                .orElseThrow(() ->
                        refused(
                                "Run %s was opened without a policy, so nobody's signature counts there; blackstart attach %s answers its gates."
                                        .formatted(run, run)));
    }

    private Member member(SiteFiles site) {
        return said.as == null
                ? site.policy()
                        .login(surroundings.person())
                        .orElseThrow(() ->
                                notAllowed(
                                        "The policy knows nobody with the account "
                                                + surroundings.person()
                                                + "; say who you are with --as PERSON."))
                : known(site, said.as);
    }

    private static Member known(SiteFiles site, String name) {
        return site.policy()
                .named(name)
                .orElseThrow(() ->
                        notAllowed(
                                "The policy of this run does not know %s; it knows %s."
                                        .formatted(
                                                Escaped.line(name, 64),
                                                String.join(
                                                        ", ", site.policy().people().keySet()))));
    }

    private String reason() {
        String reason =
                said.breakGlass == null
                        ? Optional.ofNullable(said.reason).orElse("").strip()
                        : Freeze.BREAK_GLASS + said.breakGlass.strip();
        if (!reason.chars().allMatch(c -> c >= ' ' && c != 0x7f)) {
            throw refused("A reason is one line without control characters.");
        }
        return reason;
    }

    private String text(String source) {
        try {
            byte[] bytes =
                    source.equals("-")
                            ? surroundings.streams().in().readNBytes(LONGEST)
                            : Files.readAllBytes(surroundings.cwd().resolve(Path.of(source)));
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw refused("There is no file %s.".formatted(Escaped.line(e.getFile())));
        } catch (IOException e) {
            throw refused("The signed answer cannot be read: " + Escaped.line(source) + ".");
        }
    }

    private static CannotGoOn refused(String sentence) {
        return new CannotGoOn(ExitCode.REFUSED, sentence);
    }

    private static CannotGoOn notAllowed(String sentence) {
        return new CannotGoOn(ExitCode.NOT_ALLOWED, sentence);
    }
}
