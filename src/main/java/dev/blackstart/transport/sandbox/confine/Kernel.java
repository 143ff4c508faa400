package dev.blackstart.transport.sandbox.confine;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/// Raw system calls of the calling thread. The C library's own `setuid` changes every thread of a
/// process; the raw call changes only the one that makes it, and that is the point.
final class Kernel {
    private static final int ARGUMENTS = 6;

    private final Machine machine;
    private final MethodHandle syscall;
    private final VarHandle errno;

    // raw system calls are the point; the launcher allows native access
    @SuppressWarnings("restricted")
    Kernel(Machine machine) {
        this.machine = machine;
        Linker linker = Linker.nativeLinker();
        ValueLayout.OfLong word = ValueLayout.JAVA_LONG;
        syscall =
                linker.downcallHandle(
                        linker.defaultLookup().findOrThrow("syscall"),
                        FunctionDescriptor.of(word, word, word, word, word, word, word, word),
                        Linker.Option.firstVariadicArg(1),
                        Linker.Option.captureCallState("errno"));
        errno = Linker.Option.captureStateLayout().varHandle(PathElement.groupElement("errno"));
    }

    Machine machine() {
        return machine;
    }

    /// @return what the call returned, or minus the error number
    long call(SystemCall call, long... arguments) {
        int number = call.on(machine).orElseThrow();
        long[] all = java.util.Arrays.copyOf(arguments, ARGUMENTS);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
            long result =
                    (long)
                            syscall.invokeExact(
                                    state,
                                    (long) number,
                                    all[0],
                                    all[1],
                                    all[2],
                                    all[3],
                                    all[4],
                                    all[5]);
            return result == -1 ? -(int) errno.get(state, 0L) : result;
        } catch (Throwable e) {
            throw new IllegalStateException("the system call " + call + " could not be made", e);
        }
    }
}
