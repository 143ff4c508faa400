package dev.blackstart.transport.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// The folder of a world: commands, hosts, faults, and nothing else that can be written.
///
/// `bin` commands (the only place on `PATH`) · `lib` their parts and the store · `hosts/NAME` a host's home ·
/// `net/hosts` address, name and groups · `faults/NAME` the hosts a fault strikes · `attempts` what somebody tried
record WorldFolder(Path root) {
    /// Ordinary tools a host of the world has. They can do no harm: what they may touch is confined.
    private static final List<String> TOOLS =
            List.of(
                    "awk", "basename", "bash", "cat", "chmod", "chown", "cksum", "cmp", "cp", "cut", "date",
                    "dd", "df", "diff", "dirname", "du", "echo", "env", "expr", "false", "find", "flock",
                    "getconf", "grep", "gzip", "head", "id", "kill", "ln", "ls", "md5sum", "mkdir", "mkfifo",
                    "mktemp", "mv", "nice", "nohup", "od", "perl", "printf", "pwd", "readlink",
                    "realpath", "rm", "rmdir", "sed", "seq", "setsid", "sh", "sha1sum", "sha256sum", "sleep",
                    "sort", "stat", "sync", "tac", "tail", "tar", "tee", "test", "timeout", "touch", "tr",
                    "true", "uname", "uniq", "wc", "whoami", "xargs");

    private static final List<Path> PLACES =
            List.of(
                    Path.of("/usr/bin"), Path.of("/bin"), Path.of("/usr/sbin"), Path.of("/sbin"),
                    Path.of("/run/current-system/sw/bin"));

    /// @param parent an existing folder, such as `/tmp`
    static WorldFolder create(Path parent) throws IOException {
        Path root =
                Files.createTempDirectory(
                        parent,
                        "blackstart-world-",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
        return new WorldFolder(root.toRealPath());
    }

    Path bin() {
        return root.resolve("bin");
    }

    Path lib() {
        return root.resolve("lib");
    }

    Path faults() {
        return root.resolve("faults");
    }

    Path attempts() {
        return root.resolve("attempts");
    }

    /// Puts commands, tools, the store's classes and the hosts' homes in their places.
    void furnish(List<WorldHost> hosts, Path javaHome) throws IOException {
        for (Path place : List.of(bin(), lib(), faults(), root.resolve("net"))) {
            Files.createDirectories(place);
        }
        for (String tool : TOOLS) {
            link(tool);
        }
        for (String command : Resources.COMMANDS) {
            executable(bin().resolve(command), Resources.text("bin/" + command + ".sh"));
        }
        for (String part : Resources.PARTS) {
            executable(lib().resolve(part), Resources.text("lib/" + part + ".sh"));
        }
        Files.move(lib().resolve("world"), lib().resolve("world.sh"));
        store(javaHome);
        StringBuilder table = new StringBuilder("127.77.0.254 switch -\n");
        for (WorldHost host : hosts) {
            home(host);
            table.append(host.address()).append(' ').append(host.name()).append(' ');
            table.append(String.join(",", host.groups())).append('\n');
        }
        Files.writeString(root.resolve("net/hosts"), table);
        Files.createFile(attempts());
    }

    /// Gives everything to the user the world's processes run under.
    void giveTo(OptionalInt user) throws IOException {
        if (user.isEmpty()) {
            return;
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.filter(found -> !Files.isSymbolicLink(found)).toList()) {
                Files.setAttribute(path, "unix:gid", user.getAsInt());
                Files.setAttribute(path, "unix:uid", user.getAsInt());
            }
        }
    }

    private void link(String tool) throws IOException {
        for (Path place : PLACES) {
            if (Files.isExecutable(place.resolve(tool))) {
                Files.createSymbolicLink(bin().resolve(tool), place.resolve(tool));
                return;
            }
        }
    }

    /// The JVM under the name of the real store, so that its process is found as that one is.
    private void store(Path javaHome) throws IOException {
        Files.createSymbolicLink(lib().resolve("etcd"), javaHome.resolve("bin/java"));
        for (String name : Resources.STORE_CLASSES) {
            String path = Resources.STORE_PACKAGE + name + ".class";
            Path target = lib().resolve("classes").resolve(path);
            Files.createDirectories(target.getParent());
            Files.write(target, Resources.bytes("/" + path));
        }
    }

    private static void home(WorldHost host) throws IOException {
        for (String place : List.of("tmp", "run", "log", "requests", "units")) {
            Files.createDirectories(host.folder().resolve(place));
        }
    }

    private static void executable(Path path, String text) throws IOException {
        Files.writeString(path, text);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
