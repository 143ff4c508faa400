package dev.blackstart.runbook;

/// What ends a cure that goes on working, and the step that must have succeeded first.
public record Release(Command command, StepId after) {}
