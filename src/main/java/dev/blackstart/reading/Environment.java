package dev.blackstart.reading;

import dev.blackstart.reading.yaml.Node;
import dev.blackstart.runbook.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Environment variables a runbook may set: names in capitals that no shell, linker or interpreter
/// gives a meaning of its own.
final class Environment {
    private static final Set<String> NAMES =
            Set.of(
                    "PATH",
                    "IFS",
                    "ENV",
                    "PS1",
                    "PS2",
                    "PS3",
                    "PS4",
                    "HOME",
                    "SHELL",
                    "CDPATH",
                    "SHELLOPTS",
                    "BASHOPTS",
                    "GLOBIGNORE",
                    "PROMPT_COMMAND",
                    "TMPDIR",
                    "EDITOR",
                    "VISUAL",
                    "PAGER",
                    "LESSOPEN",
                    "LESSCLOSE",
                    "CLASSPATH",
                    "JAVA_TOOL_OPTIONS",
                    "JDK_JAVA_OPTIONS",
                    "NODE_OPTIONS",
                    "NODE_PATH",
                    "RUBYOPT",
                    "RUBYLIB",
                    "GCONV_PATH",
                    "LOCPATH",
                    "NLSPATH",
                    "HOSTALIASES",
                    "LOCALDOMAIN",
                    "RES_OPTIONS",
                    "OPENSSL_CONF",
                    "CURL_HOME",
                    "TERMINFO",
                    "ZDOTDIR",
                    "USER",
                    "LOGNAME",
                    "MAIL");
    private static final List<String> PREFIXES =
            List.of(
                    "LD_",
                    "DYLD_",
                    "BASH_",
                    "GIT_",
                    "SSH_",
                    "SUDO_",
                    "PYTHON",
                    "PERL",
                    "SSL_CERT_",
                    "KRB5",
                    "MALLOC_",
                    "GLIBC_",
                    "BLACKSTART_");

    private Environment() {}

    static Map<String, Text> read(Entries command, Desk desk) {
        Map<String, Text> texts = new LinkedHashMap<>();
        for (Node.Field field : command.map("env")) {
            checkName(field, desk.problems());
            Entries.filled(field.value())
                    .filter(value -> checkValue(field.key(), value, desk.problems()))
                    .flatMap(desk::words)
                    .ifPresent(text -> texts.put(field.key(), text));
        }
        return texts;
    }

    private static void checkName(Node.Field field, Problems problems) {
        String name = field.key();
        if (NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith)) {
            problems.error(
                    field.position(),
                    "env-name",
                    "`%s` already means something to shells, linkers or interpreters; use a name of your own such as MY_%s"
                            .formatted(name, name));
        }
    }

    private static boolean checkValue(String name, Node.Scalar value, Problems problems) {
        if (value.text().strip().contains("\n")) {
            problems.error(
                    value.position(),
                    "env-value",
                    "the value of %s has several lines; an environment variable has one"
                            .formatted(name));
            return false;
        }
        return true;
    }
}
