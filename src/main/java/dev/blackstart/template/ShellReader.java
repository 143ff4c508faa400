package dev.blackstart.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Follows the shell's quoting through the parts of a command, along every branch and two rounds of
/// every loop, and finds the values that would not become exactly one word.
final class ShellReader {
    /// @param first index of the first part within the block
    /// @param start the state before the block
    /// @param ends the states at the ends of the branches read so far
    private record Block(int first, ShellState start, List<ShellState> ends, boolean again) {}

    private final List<Part> parts;
    private final List<Complaint> complaints = new ArrayList<>();
    private final Deque<Block> blocks = new ArrayDeque<>();
    private ShellState state = new ShellState();
    private int at;

    private ShellReader(List<Part> parts) {
        this.parts = parts;
    }

    static List<Complaint> read(List<Part> parts) {
        ShellReader reader = new ShellReader(parts);
        while (reader.at < parts.size()) {
            reader.part(parts.get(reader.at++));
        }
        boolean values = parts.stream().anyMatch(Part.Inserted.class::isInstance);
        return values ? reader.complaints.stream().distinct().toList() : List.of();
    }

    private void part(Part part) {
        switch (part) {
            case Part.Plain plain -> state.text(plain.text());
            case Part.Inserted inserted -> inserted(inserted);
            case Part.If opening -> open(false);
            case Part.List opening -> open(false);
            case Part.ElseIf next -> branch(false);
            case Part.Else next -> branch(true);
            case Part.EndIf end -> endIf();
            case Part.EndList end -> endList();
            case Part.Comment comment -> {}
        }
    }

    private void inserted(Part.Inserted part) {
        Optional<String> objection = state.objection();
        objection.ifPresent(why ->
                complaints.add(new Complaint(part.start(), part.source() + " " + why + ".")));
        state.value();
    }

    private void open(boolean again) {
        blocks.push(new Block(at, state.copy(), new ArrayList<>(), again));
    }

    /// @param otherwise an `[#else]`, after which one branch is always taken
    private void branch(boolean otherwise) {
        Block block = blocks.pop();
        block.ends().add(state);
        state = block.start().copy();
        blocks.push(
                new Block(block.first(), block.start(), block.ends(), block.again() || otherwise));
    }

    private void endIf() {
        Block block = blocks.pop();
        List<ShellState> ends = new ArrayList<>(block.ends());
        if (!block.again()) {
            ends.add(block.start());
        }
        boolean alike = true;
        for (ShellState end : ends) {
            alike &= state.join(end);
        }
        if (!alike) {
            complain(
                    block,
                    "Not every branch of this [#if] leaves the shell's quotes as the others do");
        }
    }

    private void endList() {
        Block block = blocks.pop();
        if (!state.join(block.start())) {
            complain(block, "A round of this [#list] leaves the shell's quotes open");
        } else if (!block.again()) {
            at = block.first();
            open(true);
        }
    }

    private void complain(Block block, String what) {
        complaints.add(
                new Complaint(
                        parts.get(block.first() - 1).start(),
                        what + "; open and close them within it."));
    }
}
