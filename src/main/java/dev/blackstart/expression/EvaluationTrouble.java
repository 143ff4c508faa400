package dev.blackstart.expression;

import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelEvaluationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says in our words why CEL could not evaluate an expression.
final class EvaluationTrouble {
    private static final Pattern PLACE = Pattern.compile("evaluation error(?: at [^:]*:\\d+)?: ");
    private static final Pattern KEY = Pattern.compile("key '(.*)' is not present in map\\.");
    private static final Pattern INDEX = Pattern.compile("Index out of bounds: (-?\\d+)");

    private static final Pattern FIELD = Pattern.compile("Error resolving field '(.*?)'\\..*");
    private static final Pattern NUMBER =
            Pattern.compile("For input string: \"(.*)\".*", Pattern.DOTALL);

    private EvaluationTrouble() {}

    static String say(CelEvaluationException trouble, String text) {
        String said = PLACE.matcher(String.valueOf(trouble.getMessage())).replaceFirst("");
        Matcher key = KEY.matcher(said);
        if (key.matches()) {
            return "json has no field \"" + Excerpt.of(key.group(1)) + "\"";
        }
        Matcher index = INDEX.matcher(said);
        if (index.matches()) {
            return text + " asks for element " + index.group(1) + ", and there are fewer";
        }
        Matcher field = FIELD.matcher(said);
        if (field.matches()) {
            return text
                    + " cannot be evaluated: there is no object to have a field \""
                    + Excerpt.of(field.group(1))
                    + "\"";
        }
        Matcher number = NUMBER.matcher(said);
        if (number.matches()) {
            return text
                    + " cannot be evaluated: \""
                    + Excerpt.of(number.group(1))
                    + "\" is not a number";
        }
        if (trouble.getErrorCode() == CelErrorCode.DIVIDE_BY_ZERO) {
            return text + " divides by zero";
        }
        return text + " cannot be evaluated: " + Excerpt.of(said);
    }
}
