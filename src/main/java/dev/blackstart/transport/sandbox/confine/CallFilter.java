package dev.blackstart.transport.sandbox.confine;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/// What seccomp guards: system calls that reach the machine, its clock, its kernel, its sockets or
/// other processes are refused, whoever calls. Changing modes and times of files is answered with
/// "done" and does nothing, because Landlock does not guard those two and ordinary scripts use
/// them.
final class CallFilter {
    private static final long SET_MODE_FILTER = 1;
    private static final int TIOCSTI = 0x5412;
    private static final int TIOCLINUX = 0x541C;
    private static final int F_SETOWN = 8;
    private static final int F_SETSIG = 10;
    private static final int F_SETOWN_EX = 15;
    private static final int EVERYBODY = -1;
    private static final int OWN_GROUP = 0;

    /// `CLONE_NEW*` of `linux/sched.h`: time, mount, cgroup, UTS, IPC, user, PID and network
    /// namespaces
    private static final int NEW_NAMESPACES = 0x7E020080;

    /// Calls that are refused with EPERM.
    static final List<SystemCall> REFUSED =
            List.of(
                    // the machine: halt, kernel, modules, mounts, swap, names, clocks, ports,
                    // quotas
                    SystemCall.REBOOT,
                    SystemCall.KEXEC_LOAD,
                    SystemCall.KEXEC_FILE_LOAD,
                    SystemCall.INIT_MODULE,
                    SystemCall.FINIT_MODULE,
                    SystemCall.DELETE_MODULE,
                    SystemCall.MOUNT,
                    SystemCall.UMOUNT2,
                    SystemCall.PIVOT_ROOT,
                    SystemCall.CHROOT,
                    SystemCall.MOVE_MOUNT,
                    SystemCall.OPEN_TREE,
                    SystemCall.OPEN_TREE_ATTR,
                    SystemCall.FSOPEN,
                    SystemCall.FSCONFIG,
                    SystemCall.FSMOUNT,
                    SystemCall.FSPICK,
                    SystemCall.MOUNT_SETATTR,
                    SystemCall.SWAPON,
                    SystemCall.SWAPOFF,
                    SystemCall.SETHOSTNAME,
                    SystemCall.SETDOMAINNAME,
                    SystemCall.SETTIMEOFDAY,
                    SystemCall.CLOCK_SETTIME,
                    SystemCall.CLOCK_ADJTIME,
                    SystemCall.ADJTIMEX,
                    SystemCall.IOPL,
                    SystemCall.IOPERM,
                    SystemCall.MODIFY_LDT,
                    SystemCall.ACCT,
                    SystemCall.QUOTACTL,
                    SystemCall.QUOTACTL_FD,
                    SystemCall.VHANGUP,
                    SystemCall.SYSLOG,
                    SystemCall.NFSSERVCTL,
                    SystemCall.FANOTIFY_INIT,
                    SystemCall.FANOTIFY_MARK,
                    SystemCall.OPEN_BY_HANDLE_AT,
                    SystemCall.NAME_TO_HANDLE_AT,
                    // ways round this filter and round Landlock
                    SystemCall.BPF,
                    SystemCall.PERF_EVENT_OPEN,
                    SystemCall.USERFAULTFD,
                    SystemCall.IO_URING_SETUP,
                    SystemCall.IO_URING_ENTER,
                    SystemCall.IO_URING_REGISTER,
                    SystemCall.UNSHARE,
                    SystemCall.SETNS,
                    SystemCall.KEYCTL,
                    SystemCall.ADD_KEY,
                    SystemCall.REQUEST_KEY,
                    // talking to anything: no network, no D-Bus, no netlink, no System V or POSIX
                    // queues
                    SystemCall.SOCKET,
                    SystemCall.SHMGET,
                    SystemCall.SHMAT,
                    SystemCall.SHMCTL,
                    SystemCall.SEMGET,
                    SystemCall.SEMCTL,
                    SystemCall.SEMOP,
                    SystemCall.SEMTIMEDOP,
                    SystemCall.MSGGET,
                    SystemCall.MSGCTL,
                    SystemCall.MSGSND,
                    SystemCall.MSGRCV,
                    SystemCall.MQ_OPEN,
                    SystemCall.MQ_UNLINK,
                    // other processes of the same user
                    SystemCall.PTRACE,
                    SystemCall.PROCESS_VM_READV,
                    SystemCall.PROCESS_VM_WRITEV,
                    SystemCall.PROCESS_MADVISE,
                    SystemCall.PROCESS_MRELEASE,
                    SystemCall.PIDFD_GETFD,
                    SystemCall.PIDFD_OPEN,
                    SystemCall.PIDFD_SEND_SIGNAL,
                    SystemCall.RT_SIGQUEUEINFO,
                    SystemCall.RT_TGSIGQUEUEINFO,
                    SystemCall.KCMP,
                    SystemCall.MIGRATE_PAGES,
                    SystemCall.MOVE_PAGES,
                    SystemCall.SETPRIORITY,
                    SystemCall.IOPRIO_SET,
                    SystemCall.SCHED_SETAFFINITY,
                    SystemCall.SCHED_SETSCHEDULER,
                    SystemCall.SCHED_SETPARAM,
                    SystemCall.SCHED_SETATTR,
                    // owners and attributes of files, which Landlock does not guard
                    SystemCall.CHOWN,
                    SystemCall.FCHOWN,
                    SystemCall.LCHOWN,
                    SystemCall.FCHOWNAT,
                    SystemCall.SETXATTR,
                    SystemCall.LSETXATTR,
                    SystemCall.FSETXATTR,
                    SystemCall.REMOVEXATTR,
                    SystemCall.LREMOVEXATTR,
                    SystemCall.FREMOVEXATTR,
                    SystemCall.SETXATTRAT,
                    SystemCall.REMOVEXATTRAT,
                    SystemCall.FILE_SETATTR);

    /// Calls that are answered with "done" and do nothing.
    static final List<SystemCall> PRETENDED =
            List.of(
                    SystemCall.CHMOD,
                    SystemCall.FCHMOD,
                    SystemCall.FCHMODAT,
                    SystemCall.FCHMODAT2,
                    SystemCall.UTIME,
                    SystemCall.UTIMES,
                    SystemCall.FUTIMESAT,
                    SystemCall.UTIMENSAT);

    private final Kernel kernel;

    CallFilter(Kernel kernel) {
        this.kernel = kernel;
    }

    /// Writes the filter for the kernel; nobody is confined yet.
    ///
    /// @param landlock the version of Landlock, which guards the rest
    /// @param shared other processes of the machine run under the same user id, so a signal could
    ///   reach them
    MemorySegment prepare(Arena arena, int landlock, boolean shared) {
        FilterProgram program = new FilterProgram(kernel.machine());
        REFUSED.forEach(call -> program.answer(call, FilterProgram.EPERM));
        PRETENDED.forEach(call -> program.answer(call, 0));
        if (!Landlock.keepsTruncateInside(landlock)) {
            program.answer(SystemCall.TRUNCATE, FilterProgram.EPERM);
        }
        program.answer(SystemCall.CLONE3, FilterProgram.ENOSYS);
        program.refuseWhenBits(SystemCall.CLONE, 0, NEW_NAMESPACES);
        if (shared && landlock < Landlock.SIGNALS) {
            signalOwnGroupOnly(program);
        } else {
            program.refuseWhenArgument(SystemCall.KILL, 0, EVERYBODY);
        }
        program.refuseUnlessArgument(SystemCall.PRLIMIT64, 0, 0);
        program.refuseWhenArgument(SystemCall.IOCTL, 1, TIOCSTI, TIOCLINUX);
        program.refuseWhenArgument(SystemCall.FCNTL, 1, F_SETOWN, F_SETSIG, F_SETOWN_EX);
        return program.in(arena);
    }

    /// Before Linux 6.12 Landlock lets signals out, and a filter cannot tell a process inside from
    /// one outside. So a process may then signal its own group and nobody else: `timeout` works,
    /// `kill PID` does not.
    private static void signalOwnGroupOnly(FilterProgram program) {
        program.refuseUnlessArgument(SystemCall.KILL, 0, OWN_GROUP);
        program.answer(SystemCall.TKILL, FilterProgram.EPERM);
        program.answer(SystemCall.TGKILL, FilterProgram.EPERM);
    }

    /// Confines the calling thread; `no_new_privs` must be set.
    void confine(MemorySegment program) throws ConfinementException {
        long result = kernel.call(SystemCall.SECCOMP, SET_MODE_FILTER, 0, program.address());
        if (result < 0) {
            throw new ConfinementException(
                    "The kernel refused a seccomp filter (error "
                            + -result
                            + "), so no drill is opened; CONFIG_SECCOMP_FILTER is needed.");
        }
    }

    /// A filter that allows everything; filters are counted in `/proc/PID/status`, where none can
    /// be taken off.
    MemorySegment counted(Arena arena) {
        return new FilterProgram(kernel.machine()).in(arena);
    }
}
