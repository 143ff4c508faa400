package dev.blackstart.expression;

import dev.blackstart.runbook.Nearest;
import dev.blackstart.runbook.ParameterType;
import dev.blackstart.runbook.Problem;
import java.util.Map;

/// Says why `params.NAME` cannot be used.
final class ParameterNames {
    private ParameterNames() {}

    static Problem unknown(
            Places places, int offset, String name, Map<String, ParameterType> declared) {
        if (declared.get(name) == ParameterType.SECRET) {
            return places.error(
                    offset,
                    "`params."
                            + name
                            + "` is a secret and no expression may see it; secrets reach a command only"
                            + " through stdin:.");
        }
        String known =
                declared.isEmpty()
                        ? "; this runbook declares no parameters."
                        : "; declared are "
                                + String.join(", ", declared.keySet().stream().sorted().toList())
                                + ".";
        return places.error(
                offset,
                "There is no parameter `"
                        + name
                        + "`"
                        + Nearest.to(name, declared.keySet())
                                .map(near -> "; did you mean `" + near + "`?")
                                .orElse(known));
    }
}
