package dev.blackstart.proof.power;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the journal held after each call of the recorded process, in the order of the calls: number 0
/// is the empty journal. A crash may leave what was there after the last acknowledged call or, when
/// another call had begun, after that one; nothing else.
final class Ledger {
    private final List<Found.Healthy> after;
    private final Map<String, Integer> firstWith = new HashMap<>();

    enum Verdict {
        RIGHT,
        /// what an acknowledged call wrote is not there
        LOST,
        /// opened as healthy with a content that never was
        DAMAGED_ACCEPTED,
        /// a state that a crash may leave is not opened
        HEALTHY_REFUSED
    }

    Ledger(List<Found.Healthy> after) {
        this.after = new ArrayList<>(after);
        for (int call = 0; call < after.size(); call++) {
            firstWith.putIfAbsent(after.get(call).digest(), call);
        }
    }

    /// Is the end of a run that each acknowledged append named the one that is there?
    void agreesWith(Recording recording) {
        for (Operation operation : recording.operations()) {
            if (operation instanceof Operation.Acknowledged done
                    && done.what().startsWith("append ")) {
                String[] words = done.what().split(" ", 3);
                if (!words[2].equals(after.get(done.call()).heads().get(words[1]))) {
                    throw new IllegalStateException("call " + done.call() + ": " + done.what());
                }
            }
        }
    }

    /// First call after which the journal held this, the same number for the same content.
    Optional<Integer> place(Found.Healthy found) {
        return Optional.ofNullable(firstWith.get(found.digest()));
    }

    /// @param acknowledged last call that was acknowledged before the power went
    /// @param begun last call that had begun
    Verdict judge(Optional<Integer> place, int acknowledged, int begun) {
        if (place.isEmpty()) {
            return Verdict.DAMAGED_ACCEPTED;
        }
        boolean right =
                place.get().equals(canonical(acknowledged)) || place.get().equals(canonical(begun));
        return right
                ? Verdict.RIGHT
                : place.get() < canonical(acknowledged) ? Verdict.LOST : Verdict.DAMAGED_ACCEPTED;
    }

    private int canonical(int call) {
        return firstWith.get(after.get(call).digest());
    }
}
