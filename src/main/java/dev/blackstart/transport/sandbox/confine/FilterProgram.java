package dev.blackstart.transport.sandbox.confine;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/// A seccomp program in classic BPF: one rule per system call, all others allowed.
///
/// Instruction and offset values from `linux/bpf_common.h` and `struct seccomp_data` of
/// `linux/seccomp.h`.
final class FilterProgram {
    static final int EPERM = 1;
    static final int ENOSYS = 38;

    private static final int LOAD = 0x20;
    private static final int JUMP_EQUAL = 0x15;
    private static final int JUMP_GREATER = 0x25;
    private static final int JUMP_BITS = 0x45;
    private static final int RETURN = 0x06;
    private static final int ALLOW = 0x7fff0000;
    private static final int ERROR = 0x00050000;
    private static final int ASK_SUPERVISOR = 0x7fc00000;
    private static final int INSTRUCTION_BYTES = 8;

    private record Instruction(int code, int whenTrue, int whenFalse, int value) {}

    private final Machine machine;
    private final List<Instruction> instructions = new ArrayList<>();

    FilterProgram(Machine machine) {
        this.machine = machine;
        add(LOAD, 0, 0, 4);
        add(JUMP_EQUAL, 1, 0, machine.audit());
        add(RETURN, 0, 0, ERROR | EPERM);
        add(LOAD, 0, 0, 0);
        add(JUMP_GREATER, 0, 1, SystemCall.LAST_KNOWN);
        add(RETURN, 0, 0, ERROR | ENOSYS);
    }

    /// Answers the call with this error number; 0 answers "done" without doing anything.
    void answer(SystemCall call, int error) {
        call.on(machine)
                .ifPresent(number -> {
                    add(JUMP_EQUAL, 0, 1, number);
                    add(RETURN, 0, 0, ERROR | error);
                });
    }

    /// Leaves the decision to whoever holds the filter's listener.
    void ask(SystemCall call) {
        call.on(machine)
                .ifPresent(number -> {
                    add(JUMP_EQUAL, 0, 1, number);
                    add(RETURN, 0, 0, ASK_SUPERVISOR);
                });
    }

    /// Refuses the call when its argument (from 0, the low 32 bits) is one of these values.
    void refuseWhenArgument(SystemCall call, int argument, int... values) {
        call.on(machine)
                .ifPresent(number -> {
                    add(JUMP_EQUAL, 0, 3 + values.length, number);
                    add(LOAD, 0, 0, 16 + 8 * argument);
                    for (int i = 0; i < values.length; i++) {
                        add(JUMP_EQUAL, values.length - i, 0, values[i]);
                    }
                    add(RETURN, 0, 0, ALLOW);
                    add(RETURN, 0, 0, ERROR | EPERM);
                });
    }

    /// Refuses the call unless its argument is this value.
    void refuseUnlessArgument(SystemCall call, int argument, int value) {
        call.on(machine)
                .ifPresent(number -> {
                    add(JUMP_EQUAL, 0, 4, number);
                    add(LOAD, 0, 0, 16 + 8 * argument);
                    add(JUMP_EQUAL, 0, 1, value);
                    add(RETURN, 0, 0, ALLOW);
                    add(RETURN, 0, 0, ERROR | EPERM);
                });
    }

    /// Refuses the call when its argument has any of these bits.
    void refuseWhenBits(SystemCall call, int argument, int bits) {
        call.on(machine)
                .ifPresent(number -> {
                    add(JUMP_EQUAL, 0, 4, number);
                    add(LOAD, 0, 0, 16 + 8 * argument);
                    add(JUMP_BITS, 1, 0, bits);
                    add(RETURN, 0, 0, ALLOW);
                    add(RETURN, 0, 0, ERROR | EPERM);
                });
    }

    /// The `struct sock_fprog` the kernel takes, in memory that lives as long as the arena.
    MemorySegment in(Arena arena) {
        add(RETURN, 0, 0, ALLOW);
        MemorySegment code = arena.allocate((long) instructions.size() * INSTRUCTION_BYTES, 8);
        for (int i = 0; i < instructions.size(); i++) {
            Instruction instruction = instructions.get(i);
            long at = (long) i * INSTRUCTION_BYTES;
            code.set(ValueLayout.JAVA_SHORT, at, (short) instruction.code());
            code.set(ValueLayout.JAVA_BYTE, at + 2, (byte) instruction.whenTrue());
            code.set(ValueLayout.JAVA_BYTE, at + 3, (byte) instruction.whenFalse());
            code.set(ValueLayout.JAVA_INT, at + 4, instruction.value());
        }
        MemorySegment program = arena.allocate(16, 8);
        program.set(ValueLayout.JAVA_SHORT, 0, (short) instructions.size());
        program.set(ValueLayout.ADDRESS, 8, code);
        return program;
    }

    private void add(int code, int whenTrue, int whenFalse, int value) {
        instructions.add(new Instruction(code, whenTrue, whenFalse, value));
    }
}
