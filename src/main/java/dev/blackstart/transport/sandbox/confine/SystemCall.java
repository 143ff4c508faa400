package dev.blackstart.transport.sandbox.confine;

import java.util.OptionalInt;

/// System calls by name, with their numbers on x86_64 and aarch64; -1 where the machine has none.
///
/// Numbers from `asm/unistd_64.h` and `asm-generic/unistd.h` of Linux 6.1, the newer ones from
/// `syscall.tbl` of Linux 6.17.
enum SystemCall {
    GETPID(39, 172),
    PRCTL(157, 167),
    SECCOMP(317, 277),
    OPENAT(257, 56),
    CLOSE(3, 57),
    SETGROUPS(116, 159),
    SETRESGID(119, 149),
    SETRESUID(117, 147),
    LANDLOCK_CREATE_RULESET(444, 444),
    LANDLOCK_ADD_RULE(445, 445),
    LANDLOCK_RESTRICT_SELF(446, 446),
    REBOOT(169, 142),
    KEXEC_LOAD(246, 104),
    KEXEC_FILE_LOAD(320, 294),
    MOUNT(165, 40),
    UMOUNT2(166, 39),
    PIVOT_ROOT(155, 41),
    CHROOT(161, 51),
    MOVE_MOUNT(429, 429),
    OPEN_TREE(428, 428),
    OPEN_TREE_ATTR(467, 467),
    FSOPEN(430, 430),
    FSCONFIG(431, 431),
    FSMOUNT(432, 432),
    FSPICK(433, 433),
    MOUNT_SETATTR(442, 442),
    SWAPON(167, 224),
    SWAPOFF(168, 225),
    INIT_MODULE(175, 105),
    FINIT_MODULE(313, 273),
    DELETE_MODULE(176, 106),
    SETHOSTNAME(170, 161),
    SETDOMAINNAME(171, 162),
    SETTIMEOFDAY(164, 170),
    CLOCK_SETTIME(227, 112),
    CLOCK_ADJTIME(305, 266),
    ADJTIMEX(159, 171),
    IOPL(172, -1),
    IOPERM(173, -1),
    MODIFY_LDT(154, -1),
    PTRACE(101, 117),
    ACCT(163, 89),
    QUOTACTL(179, 60),
    QUOTACTL_FD(443, 443),
    VHANGUP(153, 58),
    SYSLOG(103, 116),
    NFSSERVCTL(180, 42),
    FANOTIFY_INIT(300, 262),
    FANOTIFY_MARK(301, 263),
    OPEN_BY_HANDLE_AT(304, 265),
    NAME_TO_HANDLE_AT(303, 264),
    BPF(321, 280),
    PERF_EVENT_OPEN(298, 241),
    USERFAULTFD(323, 282),
    KEYCTL(250, 219),
    ADD_KEY(248, 217),
    REQUEST_KEY(249, 218),
    UNSHARE(272, 97),
    SETNS(308, 268),
    CLONE(56, 220),
    CLONE3(435, 435),
    IO_URING_SETUP(425, 425),
    IO_URING_ENTER(426, 426),
    IO_URING_REGISTER(427, 427),
    SOCKET(41, 198),
    KILL(62, 129),
    TKILL(200, 130),
    TGKILL(234, 131),
    RT_SIGQUEUEINFO(129, 138),
    RT_TGSIGQUEUEINFO(297, 240),
    PIDFD_SEND_SIGNAL(424, 424),
    PIDFD_OPEN(434, 434),
    PIDFD_GETFD(438, 438),
    PRLIMIT64(302, 261),
    SETPRIORITY(141, 140),
    SCHED_SETAFFINITY(203, 122),
    SCHED_SETSCHEDULER(144, 119),
    SCHED_SETPARAM(142, 118),
    SCHED_SETATTR(314, 274),
    IOPRIO_SET(251, 30),
    PROCESS_VM_READV(310, 270),
    PROCESS_VM_WRITEV(311, 271),
    PROCESS_MADVISE(440, 440),
    PROCESS_MRELEASE(448, 448),
    KCMP(312, 272),
    MIGRATE_PAGES(256, 238),
    MOVE_PAGES(279, 239),
    SHMGET(29, 194),
    SHMAT(30, 196),
    SHMCTL(31, 195),
    SEMGET(64, 190),
    SEMCTL(66, 191),
    SEMOP(65, 193),
    SEMTIMEDOP(220, 192),
    MSGGET(68, 186),
    MSGCTL(71, 187),
    MSGSND(69, 189),
    MSGRCV(70, 188),
    MQ_OPEN(240, 180),
    MQ_UNLINK(241, 181),
    CHMOD(90, -1),
    FCHMOD(91, 52),
    FCHMODAT(268, 53),
    FCHMODAT2(452, 452),
    CHOWN(92, -1),
    FCHOWN(93, 55),
    LCHOWN(94, -1),
    FCHOWNAT(260, 54),
    SETXATTR(188, 5),
    LSETXATTR(189, 6),
    FSETXATTR(190, 7),
    REMOVEXATTR(197, 14),
    LREMOVEXATTR(198, 15),
    FREMOVEXATTR(199, 16),
    SETXATTRAT(463, 463),
    REMOVEXATTRAT(466, 466),
    FILE_SETATTR(469, 469),
    UTIME(132, -1),
    UTIMES(235, -1),
    FUTIMESAT(261, -1),
    UTIMENSAT(280, 88),
    IOCTL(16, 29),
    FCNTL(72, 25),
    TRUNCATE(76, 45);

    /// Calls with a higher number came after Linux 6.17 and are not known here.
    static final int LAST_KNOWN = 469;

    private final int x86;
    private final int arm;

    SystemCall(int x86, int arm) {
        this.x86 = x86;
        this.arm = arm;
    }

    OptionalInt on(Machine machine) {
        int number =
                switch (machine) {
                    case X86_64 -> x86;
                    case AARCH64 -> arm;
                };
        return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
