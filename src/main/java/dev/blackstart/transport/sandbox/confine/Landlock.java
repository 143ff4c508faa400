package dev.blackstart.transport.sandbox.confine;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What Landlock guards: nothing outside the world's folder is written, made, renamed or removed;
/// only system folders, the JDK and the world are read; from version 4 on no TCP, from 5 on no
/// device ioctl, from 6 on no signal and no abstract socket reaches a process outside, and in every
/// version no process outside is traced or has its `/proc` secrets read. Values from
/// `linux/landlock.h`.
final class Landlock {
    private static final long EXECUTE = 1L;
    private static final long WRITE_FILE = 1L << 1;
    private static final long READ_FILE = 1L << 2;
    private static final long READ_DIR = 1L << 3;
    private static final long READ = EXECUTE | READ_FILE | READ_DIR;
    private static final long MAKE_CHAR = 1L << 6;
    private static final long MAKE_SOCK = 1L << 9;
    private static final long MAKE_BLOCK = 1L << 11;
    private static final long RULE_PATH_BENEATH = 1;
    private static final long ASK_VERSION = 1;
    private static final int AT_FDCWD = -100;
    private static final int O_PATH_CLOEXEC = 0x280000;

    /// The first version that keeps signals inside.
    static final int SIGNALS = 6;

    private static final int NETWORK = 4;
    private static final int TRUNCATE = 3;

    private final Kernel kernel;

    Landlock(Kernel kernel) {
        this.kernel = kernel;
    }

    /// The version the kernel offers; 0 when it has none or it is switched off.
    int version() {
        return (int)
                Math.max(0, kernel.call(SystemCall.LANDLOCK_CREATE_RULESET, 0, 0, ASK_VERSION));
    }

    static boolean keepsTruncateInside(int version) {
        return version >= TRUNCATE;
    }

    /// Makes the ruleset; nobody is confined yet.
    ///
    /// @return its file descriptor, for [#confine]
    long prepare(List<Path> readable, List<Path> writable) throws ConfinementException {
        int version = version();
        long rights = fileRights(version);
        try (Arena arena = Arena.ofConfined()) {
            long ruleset = ruleset(arena, version, rights);
            for (Path path : readable) {
                allow(arena, ruleset, path, rights & READ);
            }
            for (Path path : writable) {
                allow(arena, ruleset, path, rights & ~(MAKE_CHAR | MAKE_BLOCK | MAKE_SOCK));
            }
            return ruleset;
        }
    }

    /// Confines the calling thread; `no_new_privs` must be set.
    void confine(long ruleset) throws ConfinementException {
        check(kernel.call(SystemCall.LANDLOCK_RESTRICT_SELF, ruleset, 0), "restrict");
        kernel.call(SystemCall.CLOSE, ruleset);
    }

    private static long fileRights(int version) {
        int bits =
                switch (version) {
                    case 1 -> 13;
                    case 2 -> 14;
                    case 3, 4 -> 15;
                    default -> 16;
                };
        return (1L << bits) - 1;
    }

    private long ruleset(Arena arena, int version, long rights) throws ConfinementException {
        MemorySegment attributes = arena.allocate(24, 8);
        attributes.set(ValueLayout.JAVA_LONG, 0, rights);
        attributes.set(ValueLayout.JAVA_LONG, 8, version >= NETWORK ? 3 : 0);
        attributes.set(ValueLayout.JAVA_LONG, 16, version >= SIGNALS ? 3 : 0);
        long size = version >= SIGNALS ? 24 : version >= NETWORK ? 16 : 8;
        return check(
                kernel.call(SystemCall.LANDLOCK_CREATE_RULESET, attributes.address(), size, 0),
                "create a ruleset");
    }

    private void allow(Arena arena, long ruleset, Path path, long rights)
            throws ConfinementException {
        long file =
                check(
                        kernel.call(
                                SystemCall.OPENAT,
                                AT_FDCWD,
                                arena.allocateFrom(path.toString()).address(),
                                O_PATH_CLOEXEC),
                        "open " + path);
        long allowed =
                Files.isDirectory(path) ? rights : rights & (EXECUTE | WRITE_FILE | READ_FILE);
        MemorySegment rule = arena.allocate(16, 8);
        rule.set(ValueLayout.JAVA_LONG, 0, allowed);
        rule.set(ValueLayout.JAVA_INT, 8, (int) file);
        check(
                kernel.call(
                        SystemCall.LANDLOCK_ADD_RULE,
                        ruleset,
                        RULE_PATH_BENEATH,
                        rule.address(),
                        0),
                "allow " + path);
        kernel.call(SystemCall.CLOSE, file);
    }

    private static long check(long result, String what) throws ConfinementException {
        if (result < 0) {
            throw new ConfinementException(
                    "Landlock could not "
                            + what
                            + " (error "
                            + -result
                            + "), so no drill is opened.");
        }
        return result;
    }
}
