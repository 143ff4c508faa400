package dev.blackstart.proof.simulation;

import java.util.List;
import java.util.SplittableRandom;

/// All chance of one world, from its seed.
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /// True this often of a thousand.
    boolean perMille(int often) {
        return random.nextInt(1000) < often;
    }

    /// 0 to `bound` - 1.
    int below(int bound) {
        return random.nextInt(bound);
    }

    /// Both ends included.
    long between(long least, long most) {
        return random.nextLong(least, most + 1);
    }

    <T> T of(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    /// 16 lower-case hex characters.
    String hex() {
        String digits = Long.toHexString(random.nextLong());
        return "0".repeat(16 - digits.length()) + digits;
    }
}
