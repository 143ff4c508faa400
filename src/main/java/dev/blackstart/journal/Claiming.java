package dev.blackstart.journal;

import dev.blackstart.run.RunId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// One process takes the right to write one run.
final class Claiming {
    private final RunId run;
    private final Owner owner;
    private final Processes processes;

    Claiming(RunId run, Owner owner, Processes processes) {
        this.run = run;
        this.owner = owner;
        this.processes = processes;
    }

    Ownership claim(Connection connection) throws SQLException {
        Optional<Owner> holder = new OwnerTable(connection).holder(run);
        Optional<Owner> other =
                holder.filter(it -> !it.sameProcess(owner)).filter(processes::alive);
        if (other.isPresent()) {
            return new Ownership.Held(other.get());
        }
        return new Ownership.Taken(
                holder.filter(owner::sameProcess).isPresent()
                        ? new EpochTable(connection).of(run).number()
                        : takeOver(connection));
    }

    long takeOver(Connection connection) throws SQLException {
        new OwnerTable(connection).set(run, owner);
        return new EpochTable(connection).raise(run, owner);
    }

    boolean owned(Connection connection) throws SQLException {
        return new OwnerTable(connection).holder(run).filter(owner::sameProcess).isPresent();
    }
}
