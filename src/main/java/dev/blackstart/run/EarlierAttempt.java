package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The attempt that the next one would repeat, where nobody but a person said that it was not
/// carried out. Its host may know by now, so the receipt is read before it is asked for again, and
/// once more before it is sent; what the host says counts more.
record EarlierAttempt(Moment moment, Step.Acting step) {
    /// The readings that are still wanted; empty when the hosts have said all they can for now.
    ///
    /// @param since what was read before this sequence is too old
    List<Directive> readings(List<HostName> hosts, long since) {
        List<Directive> readings = new ArrayList<>();
        for (HostName host : hosts) {
            saidByPerson(host).flatMap(it -> reading(it, since)).ifPresent(readings::add);
        }
        return readings;
    }

    private Optional<Directive> reading(ActionProgress progress, long since) {
        Optional<ActionProgress.Receipt> read =
                progress.receipt().filter(it -> it.sequence() > since);
        UnknownReceipt receipt = new UnknownReceipt(moment, progress);
        if (read.isEmpty()) {
            return receipt.next(true);
        }
        return read.get().word() == ReceiptWord.RUNNING ? receipt.next(false) : Optional.empty();
    }

    /// Why it is not to be repeated, where a host has said since that it was carried out.
    Optional<String> contradicted(List<HostName> hosts, long since) {
        return hosts.stream()
                .flatMap(host -> newest(host).stream())
                .filter(it -> it.endedSequence() > since)
                .filter(it -> it.resolvedBy().filter(Resolver.RECEIPT::equals).isPresent())
                .map(it ->
                        "the earlier attempt on %s was carried out after all, says its receipt"
                                .formatted(it.intent().action().host()))
                .findFirst();
    }

    /// What an approver must know: a host that could not be asked.
    List<String> cautions(List<HostName> hosts) {
        return hosts.stream()
                .flatMap(host -> saidByPerson(host).stream())
                .map(it ->
                        "%s: that attempt %d was not carried out is a person's word; %s"
                                .formatted(
                                        it.intent().action().host(),
                                        it.intent().action().attempt(),
                                        it.receipt()
                                                .map(read -> "its host says: " + read.answer())
                                                .orElse("its host keeps no receipts")))
                .toList();
    }

    private Optional<ActionProgress> saidByPerson(HostName host) {
        return newest(host).filter(ActionProgress::notAppliedByWord);
    }

    private Optional<ActionProgress> newest(HostName host) {
        return moment.state().actions().newest(step.id(), host, Purpose.ACT);
    }
}
