/// Reads runbooks, inventories, drill files and parameter values into records, with all problems at
/// once, and writes the JSON Schemas from the same tables of keys.
@NullMarked
package dev.blackstart.reading;

import org.jspecify.annotations.NullMarked;
