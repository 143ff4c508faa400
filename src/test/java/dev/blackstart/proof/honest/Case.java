package dev.blackstart.proof.honest;

import java.time.Duration;
import java.util.Random;

/// What one action does and what happens to it, drawn from a seed and a number.
record Case(long number, Fault fault, Deed deed) {
    /// More bytes than a receipt without output has.
    private static final int RECEIPT = 600;

    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

    static Case of(long seed, long number, Lengths lengths) {
        Random random = new Random(seed + number * MIX);
        random.nextLong();
        Deed deed = Deed.of(random);
        int kind = random.nextInt(100);
        if (kind < 45) {
            Effect effect = kind < 32 ? Effect.RESET : kind < 38 ? Effect.FREEZE : Effect.STALL;
            return drawn(number, atByte(random, lengths, deed), effect, deed, random, lengths);
        }
        if (kind < 60) {
            Deed quick = deed.within(1200);
            Moment end = new Moment.AtTheEnd(1 + random.nextInt(250));
            return drawn(number, end, Effect.TRUNCATE, quick, random, lengths);
        }
        Moment later =
                new Moment.AfterSending(Duration.ofMillis(random.nextInt(deed.millis() + 150)));
        return drawn(number, later, afterwards(kind), deed, random, lengths);
    }

    private static Effect afterwards(int kind) {
        if (kind < 64) {
            return Effect.KILL_WRAPPER;
        }
        if (kind < 68) {
            return Effect.RESET;
        }
        if (kind < 76) {
            return Effect.CLOSE;
        }
        if (kind < 86) {
            return Effect.KILL_SERVER;
        }
        if (kind < 90) {
            return Effect.FREEZE;
        }
        if (kind < 93) {
            return Effect.STALL;
        }
        return kind < 98 ? Effect.REBOOT : Effect.IMPOSTOR;
    }

    private static Moment atByte(Random random, Lengths lengths, Deed deed) {
        Way way = random.nextInt(5) < 3 ? Way.DOWN : Way.UP;
        boolean fresh = random.nextBoolean();
        int output = way == Way.DOWN ? deed.bytes() : 0;
        return new Moment.AtByte(way, random.nextInt(lengths.of(way, fresh) + output + 1), fresh);
    }

    private static Case drawn(
            long number, Moment moment, Effect effect, Deed deed, Random random, Lengths lengths) {
        Duration lasts = Duration.ofMillis(200 + random.nextInt(5500));
        Duration outage =
                effect == Effect.REBOOT || random.nextInt(5) < 2
                        ? Duration.ofMillis(300 + random.nextInt(4000))
                        : Duration.ZERO;
        if (effect == Effect.STALL || effect == Effect.IMPOSTOR) {
            outage = Duration.ZERO;
        }
        return new Case(
                number, new Fault(moment, effect, lasts, outage, again(random, lengths)), deed);
    }

    /// Not at all, while the connection is opened, or while the receipt is read.
    private static int again(Random random, Lengths lengths) {
        return switch (random.nextInt(6)) {
            case 0 -> 1 + random.nextInt(lengths.openingDown());
            case 1 -> lengths.openingDown() + random.nextInt(RECEIPT);
            default -> 0;
        };
    }
}
