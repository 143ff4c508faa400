/// Lint rules: what a runbook may say but probably should not. One rule a file; `Lint` lists them.
@NullMarked
package dev.blackstart.runbook.lint;

import org.jspecify.annotations.NullMarked;
