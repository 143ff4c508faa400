package dev.blackstart.proof.power;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the journal held after each call of the recorded process, in the order of the calls: number
/// 0 is the empty journal. A crash may leave what was there after the last acknowledged call or,
/// when another call had begun, after that one; nothing else.
final class Ledger {
    private final List<Found.Healthy> after;
    private final Map<String, Integer> firstWith = new HashMap<>();
    private final Set<Map.Entry<String, String>> heads = new HashSet<>();

    enum Verdict {
        RIGHT,
        /// what an acknowledged call wrote is not there
        LOST,
        /// opened as healthy with a content that never was
        DAMAGED_ACCEPTED,
        /// a state that a crash may leave is not opened
        HEALTHY_REFUSED,
        /// what a disk that lies has made of it is not opened, or not taken for whole
        DAMAGED_REFUSED
    }

    Ledger(List<Found.Healthy> after) {
        this.after = new ArrayList<>(after);
        for (int call = 0; call < after.size(); call++) {
            heads.addAll(after.get(call).heads().entrySet());
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
    Verdict judge(Found found, int acknowledged, int begun) {
        return switch (found) {
            case Found.Refused refused -> Verdict.HEALTHY_REFUSED;
            case Found.Healthy healthy -> judge(place(healthy), acknowledged, begun);
        };
    }

    private Verdict judge(Optional<Integer> place, int acknowledged, int begun) {
        if (place.isEmpty()) {
            return Verdict.DAMAGED_ACCEPTED;
        }
        boolean right =
                place.get().equals(canonical(acknowledged)) || place.get().equals(canonical(begun));
        return right
                ? Verdict.RIGHT
                : place.get() < canonical(acknowledged) ? Verdict.LOST : Verdict.DAMAGED_ACCEPTED;
    }

    /// On a disk that lies the end of a run may be gone without a trace, for the journal cannot
    /// know of it; but what it takes for whole must have been there.
    Verdict judgeAfterLies(Found found) {
        return switch (found) {
            case Found.Refused refused -> Verdict.DAMAGED_REFUSED;
            case Found.Healthy healthy ->
                    heads.containsAll(healthy.heads().entrySet())
                            ? Verdict.RIGHT
                            : Verdict.DAMAGED_ACCEPTED;
        };
    }

    private int canonical(int call) {
        return place(after.get(call)).orElseThrow();
    }
}
