package dev.blackstart.run;

/// What ended an unknown outcome: the receipt on the host, a verification, or a person.
public enum Resolver {
    RECEIPT,
    PROBE,
    PERSON
}
