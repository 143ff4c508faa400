package dev.blackstart.run;

/// Both streams of one command.
public record Printed(Kept stdout, Kept stderr) {
    public static final Printed NOTHING = new Printed(Kept.NOTHING, Kept.NOTHING);
}
