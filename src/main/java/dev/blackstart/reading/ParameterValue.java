package dev.blackstart.reading;

import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.reading.shape.Durations;
import dev.blackstart.reading.shape.Nearest;
import dev.blackstart.reading.yaml.Characters;
import dev.blackstart.runbook.Parameter;
import dev.blackstart.runbook.Value;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Makes a typed value of what was written for a parameter, or says why that is not allowed.
///
/// @param inventory empty while only the runbook is read, so that host names cannot be looked up
record ParameterValue(Parameter parameter, Optional<Inventory> inventory) {
    /// 32 KiB: longer values could not be passed as one argument everywhere.
    static final int LONGEST = 32 * 1024;

    private static final long MOST_DIGITS = 999_999_999_999_999_999L;

    sealed interface Made {}

    record Good(Value value) implements Made {}

    /// @param reason a clause that goes on after `parameter NAME`
    record Bad(String reason) implements Made {}

    Made of(String written) {
        Optional<String> text = textFault(written);
        if (text.isPresent()) {
            return new Bad(text.get());
        }
        return switch (parameter.type()) {
            case TEXT -> text(written);
            case INT -> whole(written, Long.MIN_VALUE, Long.MAX_VALUE);
            case PORT -> whole(written, 1, 65535);
            case DOUBLE -> real(written);
            case BOOL ->
                    written.matches("true|false")
                            ? new Good(new Value.Bool(Boolean.parseBoolean(written)))
                            : new Bad("must be true or false, not " + shown(written));
            case IP -> ip(written);
            case CIDR -> cidr(written);
            case HOST -> host(written);
            case DNS_NAME ->
                    form(
                            written,
                            "(?=.{1,253}$)(?!.*\\.[0-9]+$)(?![0-9]+$)([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*",
                            "a DNS name such as db1.example.org");
            case SERVICE_NAME ->
                    form(
                            written,
                            "[A-Za-z0-9_][A-Za-z0-9:_.@-]{0,254}",
                            "a unit or daemon name such as rke2-server or getty@tty1.service");
            case PATH -> form(written, Forms.PATH.pattern(), Forms.PATH.what());
            case DURATION ->
                    Durations.parse(written).isPresent()
                            ? new Good(new Value.Words(written))
                            : new Bad(
                                    "must be a length of time such as 90s, 5m or 1h30m, not "
                                            + shown(written));
            case ENUM ->
                    parameter.values().contains(written)
                            ? new Good(new Value.Words(written))
                            : new Bad(
                                    "must be one of %s, not %s"
                                            .formatted(
                                                    String.join(", ", parameter.values()),
                                                    shown(written)));
            case SECRET -> throw new IllegalStateException("a secret is no plain value");
        };
    }

    static Optional<String> textFault(String written) {
        if (written.isBlank()) {
            return Optional.of("must not be empty");
        }
        if (written.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return Optional.of("must not be longer than 32 KiB");
        }
        if (written.chars().anyMatch(c -> c == '\n' || c == '\t')) {
            return Optional.of("must be one line without tabs");
        }
        return Characters.firstRefused(written).map(what -> "contains " + what + "; remove it");
    }

    private Made text(String written) {
        if (written.startsWith("-")) {
            return new Bad(
                    "must not start with `-`, because a command could take it as an option; the value was "
                            + shown(written));
        }
        return patterned(written);
    }

    private Made form(String written, String form, String what) {
        return written.matches(form)
                ? patterned(written)
                : new Bad("must be %s, not %s".formatted(what, shown(written)));
    }

    private Made patterned(String written) {
        boolean fits =
                parameter.pattern().map(p -> BoundedPattern.of(p).matches(written)).orElse(true);
        return fits
                ? new Good(new Value.Words(written))
                : new Bad(
                        "must match the pattern `%s` of its declaration, and %s does not"
                                .formatted(parameter.pattern().orElse(""), shown(written)));
    }

    private Made whole(String written, long least, long most) {
        long min = Math.max(least, parameter.min().orElse(least));
        long max = Math.min(most, parameter.max().orElse(most));
        if (!written.matches("0|-?[1-9][0-9]{0,17}")) {
            return new Bad("must be a whole number such as 42, not " + shown(written));
        }
        long number = Long.parseLong(written);
        return number < min || number > max
                ? new Bad(range(min, max) + ", not " + number)
                : new Good(new Value.Whole(number));
    }

    private static String range(long min, long max) {
        if (min < -MOST_DIGITS) {
            return "must be at most " + max;
        }
        return max > MOST_DIGITS
                ? "must be at least " + min
                : "must be from %d to %d".formatted(min, max);
    }

    private Made real(String written) {
        if (!written.matches("-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,15})?")) {
            return new Bad("must be a decimal number such as 0.5, not " + shown(written));
        }
        double number = Double.parseDouble(written);
        boolean low = parameter.min().isPresent() && number < parameter.min().getAsLong();
        boolean high = parameter.max().isPresent() && number > parameter.max().getAsLong();
        if (low || high) {
            return new Bad(
                    low
                            ? "must be at least %d, not %s"
                                    .formatted(parameter.min().getAsLong(), written)
                            : "must be at most %d, not %s"
                                    .formatted(parameter.max().getAsLong(), written));
        }
        return new Good(new Value.Real(number));
    }

    private static Made ip(String written) {
        Optional<IpAddress> address = IpAddress.parse(written);
        if (address.isEmpty()) {
            return new Bad(
                    "must be an IPv4 or IPv6 address such as 192.0.2.1, not " + shown(written));
        }
        String canonical = address.get().canonical();
        return canonical.equals(written)
                ? new Good(new Value.Words(written))
                : new Bad(
                        "must be written in its canonical form `%s`, not %s"
                                .formatted(canonical, shown(written)));
    }

    private static Made cidr(String written) {
        int slash = written.indexOf('/');
        Optional<IpAddress> address =
                slash < 0 ? Optional.empty() : IpAddress.parse(written.substring(0, slash));
        String length = written.substring(slash + 1);
        if (address.isEmpty()
                || !length.matches("0|[1-9][0-9]{0,2}")
                || Integer.parseInt(length) > address.get().bits()
                || !address.get().network(Integer.parseInt(length))) {
            return new Bad(
                    "must be an address block such as 10.0.0.0/8, with no bits set after its length, not "
                            + shown(written));
        }
        String canonical = address.get().canonical() + "/" + length;
        return canonical.equals(written)
                ? new Good(new Value.Words(written))
                : new Bad(
                        "must be written in its canonical form `%s`, not %s"
                                .formatted(canonical, shown(written)));
    }

    private Made host(String written) {
        if (!HostName.allowed(written)) {
            return new Bad("must be the name of a host in the inventory, not " + shown(written));
        }
        boolean known = inventory.map(i -> i.host(new HostName(written)).isPresent()).orElse(true);
        return known
                ? new Good(new Value.Words(written))
                : new Bad(
                        "must be the name of a host in the inventory, and %s is none%s"
                                .formatted(
                                        shown(written),
                                        Nearest.hint(
                                                written,
                                                inventory.orElseThrow().hosts().keySet().stream()
                                                        .map(HostName::value)
                                                        .limit(20)
                                                        .toList())));
    }

    private static String shown(String written) {
        return "`" + (written.length() > 60 ? written.substring(0, 57) + "..." : written) + "`";
    }
}
