package dev.blackstart.template;

import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Scope;
import dev.blackstart.runbook.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The names a text uses, looked up in a scope; nothing else is given to FreeMarker.
final class Model {
    private final Scope scope;
    private final Map<String, Object> top = new HashMap<>();

    Model(Scope scope) {
        this.scope = scope;
    }

    /// The data, complete once `missing` has been asked for every name.
    Map<String, Object> data() {
        return top;
    }

    /// Why the scope does not have one of these names; empty when it has all.
    Optional<String> missing(Set<String> names) {
        return names.stream().map(this::look).filter(why -> !why.isEmpty()).findFirst();
    }

    private String look(String name) {
        if (name.startsWith("params.")) {
            return value("params", name.substring("params.".length()));
        }
        if (name.startsWith("state.")) {
            return value("state", name.substring("state.".length()));
        }
        if (name.startsWith("hosts.")) {
            return host(name.substring("hosts.".length()));
        }
        return switch (name) {
            case "host" ->
                    put(name, scope.host().map(Model::fields), "it is not rendered for a host");
            case "artifact" -> put(name, scope.artifact(), "this step writes no artifact");
            default -> put(name, scope.file(), "this step uploads no file");
        };
    }

    private String put(String name, Optional<?> value, String why) {
        value.ifPresent(present -> top.put(name, present));
        return value.isPresent() ? "" : "`" + name + "` has no value: " + why;
    }

    private String value(String root, String name) {
        Value value = scope.parameters().get(name);
        if (value == null) {
            return "`" + root + "." + name + "` has no value";
        }
        inner(root).put(name, plain(value));
        String why = ShellWord.objection(value.shown());
        return why.isEmpty() ? "" : "`" + root + "." + name + "` cannot be used: " + why;
    }

    private String host(String name) {
        Optional<Host> host =
                HostName.allowed(name)
                        ? scope.inventory().host(new HostName(name))
                        : Optional.empty();
        host.ifPresent(found -> inner("hosts").put(name, fields(found)));
        return host.isPresent() ? "" : "the inventory has no host `" + name + "`";
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> inner(String name) {
        return (Map<String, Object>) top.computeIfAbsent(name, n -> new HashMap<String, Object>());
    }

    private static Map<String, Object> fields(Host host) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", host.name().value());
        fields.put("address", host.address().value());
        fields.put("port", host.port());
        fields.put("user", host.user());
        return fields;
    }

    private static Object plain(Value value) {
        return switch (value) {
            case Value.Bool bool -> bool.value();
            case Value.Whole whole -> whole.value();
            case Value.Real real -> real.value();
            case Value.Words words -> words.value();
        };
    }
}
