/// Tables that say which keys a file may have and what may stand behind them, a check of a YAML
/// tree against such a table, and the JSON Schema of one.
@NullMarked
package dev.blackstart.reading.shape;

import org.jspecify.annotations.NullMarked;
