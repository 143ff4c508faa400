package dev.blackstart.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.blackstart.journal.Request;
import dev.blackstart.run.Attestation;
import dev.blackstart.run.GateId;
import dev.blackstart.run.Person;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Commands of other processes, as they travel through the journal to the one that carries the run
/// out.
public final class Posted {
    private static final String STOP = "stop";
    private static final String ANSWER = "answer";
    private static final String SIGNED = "signed-answer";
    private static final String HAND_OVER = "hand-over";
    private static final String TAKE_OVER = "take-over";

    private Posted() {}

    /// Empty for what only the process itself can be told.
    public static Optional<Request> of(OperatorCommand command) {
        return switch (command) {
            case OperatorCommand.Answer it -> answer(it);
            case OperatorCommand.Stop it -> Optional.of(request(STOP, it.by(), it.reason()));
            case OperatorCommand.HandOver it ->
                    Optional.of(request(HAND_OVER, it.by(), it.to().name()));
            case OperatorCommand.TakeOver it ->
                    Optional.of(request(TAKE_OVER, it.by(), Boolean.toString(it.accepted())));
            case OperatorCommand.OfJournal it -> Optional.empty();
            case OperatorCommand.Note it -> Optional.empty();
            case OperatorCommand.Leave it -> Optional.empty();
        };
    }

    /// What another process vouches for without a signature is not believed here.
    private static Optional<Request> answer(OperatorCommand.Answer it) {
        String gate = Integer.toString(it.gate().number());
        if (it.attested().isEmpty()) {
            return Optional.of(
                    request(
                            ANSWER,
                            it.by(),
                            gate,
                            it.digest(),
                            it.choice(),
                            it.typed(),
                            it.note()));
        }
        return it.attested()
                .filter(by -> by.way() == Attestation.Way.SIGNATURE)
                .map(by ->
                        request(
                                SIGNED,
                                it.by(),
                                gate,
                                it.digest(),
                                it.choice(),
                                it.typed(),
                                it.note(),
                                by.account(),
                                by.until().toString(),
                                by.signature()));
    }

    /// Empty for a request that this version does not know.
    public static Optional<OperatorCommand> read(Request request) {
        try {
            return command(request);
        } catch (IllegalArgumentException | DateTimeException damaged) {
            return Optional.empty();
        }
    }

    private static Optional<OperatorCommand> command(Request request) {
        Person by = new Person(request.person());
        List<String> fields = fields(request.reason());
        return switch (request.kind() + " " + fields.size()) {
            case STOP + " 1" -> Optional.of(new OperatorCommand.Stop(by, fields.getFirst()));
            case HAND_OVER + " 1" ->
                    Optional.of(new OperatorCommand.HandOver(by, new Person(fields.getFirst())));
            case TAKE_OVER + " 1" ->
                    Optional.of(
                            new OperatorCommand.TakeOver(
                                    by, Boolean.parseBoolean(fields.getFirst())));
            case ANSWER + " 5" ->
                    Optional.of(
                            new OperatorCommand.Answer(
                                    new GateId(Integer.parseInt(fields.get(0))),
                                    fields.get(1),
                                    fields.get(2),
                                    fields.get(3),
                                    fields.get(4),
                                    by));
            case SIGNED + " 8" ->
                    Optional.of(
                            new OperatorCommand.Answer(
                                    new GateId(Integer.parseInt(fields.get(0))),
                                    fields.get(1),
                                    fields.get(2),
                                    fields.get(3),
                                    fields.get(4),
                                    by,
                                    Optional.of(
                                            Attestation.signed(
                                                    fields.get(5),
                                                    Instant.parse(fields.get(6)),
                                                    fields.get(7)))));
            default -> Optional.empty();
        };
    }

    private static Request request(String kind, Person by, String... fields) {
        List<String> encoded = new ArrayList<>();
        for (String field : fields) {
            encoded.add(URLEncoder.encode(field, UTF_8));
        }
        return new Request(kind, by.name(), String.join("&", encoded));
    }

    private static List<String> fields(String text) {
        List<String> fields = new ArrayList<>();
        for (String field : text.split("&", -1)) {
            fields.add(URLDecoder.decode(field, UTF_8));
        }
        return fields;
    }
}
