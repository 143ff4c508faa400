package dev.blackstart.runbook;

/// The types a finding may have, by their names in CEL.
public enum ValueType {
    BOOL,
    INT,
    DOUBLE,
    STRING
}
