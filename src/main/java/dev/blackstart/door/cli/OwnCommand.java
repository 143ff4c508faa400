package dev.blackstart.door.cli;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The words that start this very program again, without the arguments of this time.
final class OwnCommand {
    private OwnCommand() {}

    static List<String> words() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path", "")));
        command.add(System.getProperty("sun.java.command", "").split(" ", 2)[0]);
        return command;
    }
}
