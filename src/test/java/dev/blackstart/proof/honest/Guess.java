package dev.blackstart.proof.honest;

import dev.blackstart.run.Kept;
import dev.blackstart.transport.Completion;
import dev.blackstart.transport.Fetch;
import dev.blackstart.transport.FetchResult;
import dev.blackstart.transport.Handed;
import dev.blackstart.transport.Request;
import dev.blackstart.transport.Transport;
import dev.blackstart.transport.wrapper.HostWords;
import dev.blackstart.transport.wrapper.Unwrapped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Transports with a defect: they say of a lost connection what they cannot know.
enum Guess {
    /// what is lost has succeeded
    SUCCEEDED,
    /// what is lost has failed, as many tools say
    FAILED,
    /// what is lost was never handed over
    NEVER_SENT,
    /// a receipt that cannot be read is one that is not there
    NO_RECEIPT,
    /// what comes without an exit status has 127, with which a shell says that there is nothing to
    /// start
    NOTHING_TO_START;

    /// A host that has been up for so long was not rebooted.
    private static final long UP = 1_000_000;

    Transport over(Transport real) {
        return new Guessing(real);
    }

    private Completion guessed(Request request, Optional<String> boot, Completion completion) {
        if (!(completion instanceof Completion.Lost lost)) {
            return completion;
        }
        Unwrapped asked = Unwrapped.of(request.commandLine());
        return switch (this) {
            case SUCCEEDED -> ended(asked, lost, 0);
            case FAILED -> ended(asked, lost, 1);
            case NEVER_SENT ->
                    asked instanceof Unwrapped.Act
                            ? new Completion.Unreachable(
                                    Completion.Cause.NO_CONNECTION, lost.reason())
                            : lost;
            case NO_RECEIPT -> noReceipt(asked, boot, lost);
            case NOTHING_TO_START -> exited(127, lost.stdout(), lost.stderr());
        };
    }

    private static Completion ended(Unwrapped asked, Completion.Lost lost, int status) {
        return asked instanceof Unwrapped.Act act
                ? exited(status, Kept.NOTHING, kept(HostWords.ended(act.nonce(), status, "")))
                : lost;
    }

    private static Completion noReceipt(
            Unwrapped asked, Optional<String> boot, Completion.Lost lost) {
        return asked instanceof Unwrapped.AskReceipt ask
                ? exited(0, kept(HostWords.noClaim(ask.nonce(), boot.orElse(""), UP)), Kept.NOTHING)
                : lost;
    }

    private static Completion exited(int status, Kept stdout, Kept stderr) {
        return new Completion.Exited(status, stdout, stderr, Duration.ZERO, Optional.empty());
    }

    private static Kept kept(String text) {
        return new Kept(text, text.length(), "", Optional.empty());
    }

    private final class Guessing implements Transport {
        private final Transport real;

        Guessing(Transport real) {
            this.real = real;
        }

        @Override
        public void execute(Request request, Consumer<Handed> sent, Consumer<Completion> deliver) {
            AtomicReference<Optional<String>> boot = new AtomicReference<>(Optional.empty());
            real.execute(
                    request,
                    handed -> {
                        boot.set(handed.bootId());
                        sent.accept(handed);
                    },
                    completion -> deliver.accept(guessed(request, boot.get(), completion)));
        }

        @Override
        public void fetch(Fetch fetch, Consumer<FetchResult> deliver) {
            real.fetch(fetch, deliver);
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
