package dev.blackstart.view.report;

import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.runbook.Parameter;
import dev.blackstart.runbook.ParameterType;
import dev.blackstart.runbook.Runbook;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text of a runbook with its values filled in as far as they are known on paper: the default of
/// a parameter, the address of a host of the inventory; everything else is a blank with a name,
/// such as `‹neighbour›`.
record Readable(Runbook runbook, Inventory inventory) {
    private static final Pattern INSERTED = Pattern.compile("\\[=\\s*([^\\]]*?)\\s*\\]");
    private static final Pattern HOST = Pattern.compile("hosts\\.([A-Za-z0-9_]+)\\.address");

    /// Only what needs no quotes in a shell.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+,=-]+");

    String text(String source) {
        return filled(source, false);
    }

    /// The whole of a value, which is quoted afterwards: whatever is in it is filled in.
    String value(String source) {
        return filled(source, true);
    }

    private String filled(String source, boolean quoted) {
        return INSERTED.matcher(source)
                .replaceAll(found -> Matcher.quoteReplacement(inserted(found.group(1), quoted)));
    }

    private String inserted(String expression, boolean quoted) {
        if (expression.startsWith("params.")) {
            return parameter(expression.substring("params.".length()), quoted);
        }
        var host = HOST.matcher(expression);
        if (host.matches()) {
            return address(host.group(1)).orElse("‹address of " + host.group(1) + "›");
        }
        return switch (expression) {
            case "host.address" -> "‹address of the host›";
            case "host.name", "host" -> "‹name of the host›";
            case "artifact" -> "‹path for the copy›";
            case "file" -> "‹path of the new file›";
            default -> "‹" + expression + "›";
        };
    }

    private String parameter(String name, boolean quoted) {
        return Optional.ofNullable(runbook.parameters().get(name))
                .filter(it -> it.type() != ParameterType.SECRET)
                .flatMap(Parameter::fallback)
                .filter(it -> quoted || PLAIN.matcher(it).matches())
                .orElse("‹" + name + "›");
    }

    private Optional<String> address(String name) {
        return HostName.allowed(name)
                ? inventory.host(new HostName(name)).map(Host::address).map(Object::toString)
                : Optional.empty();
    }
}
