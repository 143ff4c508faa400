package dev.blackstart.proof.power;

import dev.blackstart.proof.power.Disk.Pending;
import dev.blackstart.proof.power.Operation.Written;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/// Which of the pending operations reached the disk. Where few are pending the rounds go through
/// all their subsets; then come the cases known to hurt, then subsets and torn writes by chance,
/// the same for the same seed, round and moment.
final class Crash {
    /// Up to so many pending operations every subset is tried.
    private static final int FEW = 4;

    /// A round of its own: nothing is lost.
    static final int EVERYTHING = -1;

    /// First of the rounds in which chance decides alone.
    static final int BY_CHANCE = 7;

    private final List<Pending> pending;
    private final int round;
    private final SplittableRandom random;

    Crash(List<Pending> pending, int round, long seed, int moment) {
        this.pending = pending;
        this.round = round;
        this.random = new SplittableRandom(Content.mix(seed ^ Content.mix(round)) + moment);
    }

    /// What the power left of them.
    ///
    /// @param names what the directories hold for certain; what reached them is added
    Persistence on(Map<String, Disk.Inode> names) {
        Persistence persistence = new Persistence(names);
        int last = pending.size() - 1;
        if (round == EVERYTHING) {
            pending.forEach(persistence::whole);
            return persistence;
        }
        if (pending.size() <= FEW && round < 1 << pending.size()) {
            subset(persistence, round);
            return persistence;
        }
        switch (round) {
            case 0 -> pending.forEach(persistence::whole);
            case 1 -> {} // nothing of it
            case 2 -> persistence.whole(pending.get(last));
            case 3 -> tornEnd(persistence, prefix(pending.get(last)));
            case 4 -> tornEnd(persistence, not(prefix(pending.get(last))));
            case 5 -> without(persistence, random.nextInt(pending.size()));
            case 6 -> tornEnd(persistence, scattered());
            default -> byChance(persistence);
        }
        return persistence;
    }

    private void subset(Persistence persistence, int mask) {
        for (int i = 0; i < pending.size(); i++) {
            if ((mask & 1 << i) != 0) {
                persistence.whole(pending.get(i));
            }
        }
    }

    private void tornEnd(Persistence persistence, IntPredicate sectors) {
        int last = pending.size() - 1;
        pending.subList(0, last).forEach(persistence::whole);
        persistence.torn(pending.get(last), sectors);
    }

    private void without(Persistence persistence, int left) {
        for (int i = 0; i < pending.size(); i++) {
            if (i != left) {
                persistence.whole(pending.get(i));
            }
        }
    }

    private void byChance(Persistence persistence) {
        double kept = new double[] {0.1, 0.5, 0.9}[random.nextInt(3)];
        for (Pending one : pending) {
            if (random.nextDouble() < kept) {
                if (random.nextInt(4) == 0) {
                    persistence.torn(one, anyTear(one));
                } else {
                    persistence.whole(one);
                }
            }
        }
        if (random.nextBoolean()) {
            lengthen(persistence);
        }
    }

    /// The new length is on the disk, the data are not: zeros, or what the blocks held before.
    private void lengthen(Persistence persistence) {
        byte[] filling = new byte[random.nextBoolean() ? 0 : Content.SECTOR];
        random.nextBytes(filling);
        for (Pending one : pending) {
            if (one.operation() instanceof Written written) {
                persistence.lengthen(
                        one.inode().orElseThrow().content(),
                        written.offset() + written.data().length,
                        filling);
            }
        }
    }

    private IntPredicate anyTear(Pending one) {
        return switch (random.nextInt(3)) {
            case 0 -> prefix(one);
            case 1 -> not(prefix(one));
            default -> scattered();
        };
    }

    private static IntPredicate not(IntPredicate sectors) {
        return sectors.negate();
    }

    private IntPredicate prefix(Pending one) {
        if (!(one.operation() instanceof Written written)) {
            return sector -> false;
        }
        int first = written.offset() / Content.SECTOR;
        int count = written.data().length / Content.SECTOR + 2;
        int cut = first + random.nextInt(1, count);
        return sector -> sector < cut;
    }

    private IntPredicate scattered() {
        long salt = random.nextLong();
        return sector -> (Content.mix(salt + sector) & 1) == 0;
    }
}
