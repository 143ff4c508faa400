package dev.blackstart.transport.sandbox.confine;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Confines a thread and all processes it starts from then on to one folder. There is no way back.
///
/// Layers, outermost first: another user id (root only), `no_new_privs` (no set-user-id program
/// gains anything), Landlock ([Landlock]), seccomp ([CallFilter]).
public final class Confinement {
    private static final List<String> SYSTEM =
            List.of(
                    "/usr",
                    "/bin",
                    "/sbin",
                    "/lib",
                    "/lib32",
                    "/lib64",
                    "/etc",
                    "/proc",
                    "/sys",
                    "/nix",
                    "/gnu",
                    "/dev/zero",
                    "/dev/urandom",
                    "/dev/random");
    private static final long PR_SET_NO_NEW_PRIVS = 38;
    private static final long PR_SET_DUMPABLE = 4;

    private final Kernel kernel;
    private final Landlock landlock;

    private Confinement(Kernel kernel) {
        this.kernel = kernel;
        this.landlock = new Landlock(kernel);
    }

    /// @param os system property `os.name`; `arch` system property `os.arch`
    /// @throws ConfinementException when this machine cannot keep a drill inside its folder
    public static Confinement on(String os, String arch) throws ConfinementException {
        if (!os.equals("Linux")) {
            throw new ConfinementException(
                    "A sandbox drill needs Linux to confine its commands, and this is " + os + ".");
        }
        Machine machine =
                Machine.named(arch)
                        .orElseThrow(() ->
                                new ConfinementException(
                                        "A sandbox drill knows the system calls of x86_64 and"
                                                + " aarch64, and this machine is "
                                                + arch
                                                + "."));
        Confinement confinement = new Confinement(new Kernel(machine));
        int version = confinement.landlock.version();
        if (version < 1) {
            throw new ConfinementException(
                    "This kernel has no Landlock, without which a drill's commands could write outside"
                            + " their folder; boot Linux 5.13 or newer with landlock in lsm=.");
        }
        return confinement;
    }

    /// Does everything that can fail or load a class, so that the thread to be confined only makes
    /// calls.
    ///
    /// @param user the user and group id to take, or empty to keep this process's
    /// @param folder the only place that can be written, besides `/dev/null`
    /// @param readable what may be read and executed besides the system's folders
    /// @param filters how many filters to put on besides the one that guards: a mark that no
    ///   process can shed
    public ConfinedSpawner.Confining prepare(
            OptionalInt user, Path folder, List<Path> readable, int filters)
            throws ConfinementException {
        List<Path> reading = new ArrayList<>(readable);
        SYSTEM.stream().map(Path::of).filter(Files::exists).forEach(reading::add);
        long ruleset = landlock.prepare(reading, List.of(folder, Path.of("/dev/null")));
        CallFilter filter = new CallFilter(kernel);
        MemorySegment program = filter.prepare(Arena.ofAuto(), landlock.version(), user.isEmpty());
        MemorySegment counted = filter.counted(Arena.ofAuto());
        return () -> {
            if (user.isPresent()) {
                become(user.getAsInt());
            }
            check(kernel.call(SystemCall.PRCTL, PR_SET_NO_NEW_PRIVS, 1), "give up new privileges");
            landlock.confine(ruleset);
            for (int i = 0; i < filters; i++) {
                filter.confine(counted);
            }
            filter.confine(program);
        };
    }

    private void become(int id) throws ConfinementException {
        check(kernel.call(SystemCall.SETGROUPS, 0, 0), "give up its groups");
        check(kernel.call(SystemCall.SETRESGID, id, id, id), "take group " + id);
        check(kernel.call(SystemCall.SETRESUID, id, id, id), "take user " + id);
        // the kernel marks the whole process undumpable when one thread changes its user
        kernel.call(SystemCall.PRCTL, PR_SET_DUMPABLE, 1);
    }

    private static void check(long result, String what) throws ConfinementException {
        if (result < 0) {
            throw new ConfinementException(
                    "The thread that starts a drill's commands could not "
                            + what
                            + " (error "
                            + -result
                            + "), so no drill is opened.");
        }
    }
}
