package dev.blackstart.proof.simulation;

/// How much there is in a world. Most defects show where there is little, and what shows there is
/// found for less, so small worlds are the most frequent; what needs several hosts, waves, or much
/// time is met in the large ones, which stay in the mix.
enum Size {
    SMALL(1, 300, 250, 200, 30_000, 90_000),
    MIDDLE(2, 450, 150, 300, 60_000, 180_000),
    LARGE(3, 600, 100, 350, 240_000, 240_000);

    private final int nodes;
    private final int kinds;
    private final int rate;
    private final int rivals;
    private final long least;
    private final long most;

    /// @param nodes hosts of the group that most steps are about
    /// @param kinds how many of a thousand kinds of faults happen at all in one world
    /// @param rate how often they do, in percent of how often they do in a large world: there is
    ///   less time for them
    /// @param rivals how many of a thousand worlds have a second run
    /// @param least milliseconds after which the faults end, and the most of them
    Size(int nodes, int kinds, int rate, int rivals, long least, long most) {
        this.nodes = nodes;
        this.kinds = kinds;
        this.rate = rate;
        this.rivals = rivals;
        this.least = least;
        this.most = most;
    }

    static Size of(Dice dice) {
        int chance = dice.below(100);
        return chance < 65 ? SMALL : chance < 88 ? MIDDLE : LARGE;
    }

    int nodes() {
        return nodes;
    }

    int kinds() {
        return kinds;
    }

    int rate() {
        return rate;
    }

    /// How many of a thousand hosts are sick when it begins; with one host there is nothing to do
    /// when it is not.
    int sick() {
        return this == SMALL ? 950 : 800;
    }

    boolean rivals(Dice dice) {
        return dice.perMille(rivals);
    }

    /// In a small world there may be just the two people whom some gates need.
    int people(Dice dice) {
        return this == LARGE || dice.perMille(500) ? 3 : 2;
    }

    long faultsEnd(Dice dice) {
        return dice.between(least, most);
    }
}
