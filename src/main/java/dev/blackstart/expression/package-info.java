/// The expression language: CEL compiled and type-checked when a runbook is read, evaluated in
/// Kleene's three-valued logic, with reasons that name hosts and ages.
@NullMarked
package dev.blackstart.expression;

import org.jspecify.annotations.NullMarked;
