/// The report of a run, two runs side by side, and a runbook on paper: each one document, which is
/// printed as JSON as it is, and as Markdown or one HTML page by a template. What a host or a file
/// said stays text in all of them.
@NullMarked
package dev.blackstart.view.report;

import org.jspecify.annotations.NullMarked;
