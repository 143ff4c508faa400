package dev.blackstart.proof.simulation;

/// What goes wrong in one world, and how often. Each kind is on in some worlds only, so that rare
/// mixtures are met too. After the end of all faults nothing goes wrong any more.
final class Faults {
    /// Where a process may end or stand still.
    enum Point {
        BEFORE_APPEND,
        AFTER_APPEND,
        BEFORE_SEND,
        AFTER_SEND,
        AFTER_CLAIM,
        BETWEEN
    }

    /// What becomes of one request.
    enum OnWire {
        NONE,
        /// no connection
        UNREACHABLE,
        /// the connection ends before the host reads the request
        LOST_BEFORE,
        /// the host gets it, and what it says does not come back
        LOST_AFTER,
        /// the connection ends, and the host reads the request long afterwards
        LATE,
        /// the host gets it twice
        TWICE,
        /// nothing is heard until the deadline
        HANGS
    }

    private final Dice dice;
    private final Size size;
    private final int wire;
    private final int crash;
    private final int pause;
    private final int disk;
    private final int reboot;
    private final int jump;
    private final int failing;
    private final int asleep;
    private final int restart;
    private final int slow;
    private final int cut;
    private final int meddle;
    private boolean over;

    Faults(Dice dice, Size size) {
        this.dice = dice;
        this.size = size;
        this.wire = rate(120);
        this.crash = rate(15);
        this.pause = rate(12);
        this.disk = rate(15);
        this.reboot = rate(60);
        this.jump = rate(30);
        this.failing = rate(250);
        this.asleep = rate(20);
        this.restart = rate(20);
        this.slow = rate(60);
        this.cut = rate(120);
        this.meddle = rate(60);
    }

    private int rate(int most) {
        return dice.perMille(size.kinds()) ? dice.below(most * size.rate() / 100 + 1) : 0;
    }

    void end() {
        over = true;
    }

    boolean over() {
        return over;
    }

    private boolean happens(int perMille) {
        return !over && perMille > 0 && dice.perMille(perMille);
    }

    boolean crashes() {
        return happens(crash);
    }

    boolean pauses() {
        return happens(pause);
    }

    /// The disk refuses a write.
    boolean full() {
        return happens(disk);
    }

    boolean reboots() {
        return happens(reboot);
    }

    /// The network to a host is cut.
    boolean cuts() {
        return happens(cut);
    }

    /// Somebody changes by hand what a run has changed.
    boolean meddles() {
        return happens(meddle);
    }

    /// A new owner of a run ends before it has done anything.
    boolean stillborn() {
        return happens(crash * 8);
    }

    boolean jumps() {
        return happens(jump);
    }

    /// The machine of the processes is suspended.
    boolean suspends() {
        return happens(asleep);
    }

    /// The machine of the processes is started again.
    boolean restarts() {
        return happens(restart);
    }

    /// How long a machine sleeps.
    long sleep() {
        return dice.perMille(500) ? dice.between(1_000, 60_000) : dice.between(60_000, 3_600_000);
    }

    /// @param bare to a host that keeps no receipts: what comes there late or twice it would do
    OnWire wire(boolean bare) {
        OnWire fault =
                happens(wire)
                        ? OnWire.values()[1 + dice.below(OnWire.values().length - 1)]
                        : OnWire.NONE;
        boolean repeats = fault == OnWire.LATE || fault == OnWire.TWICE;
        return bare && repeats ? OnWire.LOST_AFTER : fault;
    }

    /// Exit status of an action.
    int exit() {
        return happens(failing) ? 1 + dice.below(3) : 0;
    }

    /// How long one way over the network takes, in milliseconds.
    long delay() {
        return dice.perMille(50) ? dice.between(100, 4_000) : dice.between(1, 40);
    }

    long lateBy() {
        return dice.perMille(700) ? dice.between(50, 45_000) : dice.between(45_000, 150_000);
    }

    /// How long an action runs.
    long runs() {
        if (happens(slow)) {
            return dice.between(9_000, 60_000);
        }
        return dice.perMille(100) ? dice.between(500, 15_000) : dice.between(1, 400);
    }

    /// How long a host takes to come up again.
    long away() {
        if (over) {
            return 1_000;
        }
        return dice.perMille(200) ? dice.between(20_000, 80_000) : dice.between(200, 15_000);
    }

    long standstill() {
        return dice.perMille(500) ? dice.between(100, 5_000) : dice.between(5_000, 90_000);
    }
}
