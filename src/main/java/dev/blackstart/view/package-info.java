/// What people read: screens, lines, tables, pages and the report, each a pure projection of a
/// run's events, its state or its plan. Knows no terminal. Everything a host or a file said is made
/// visible before it gets into a line.
@NullMarked
package dev.blackstart.view;

import org.jspecify.annotations.NullMarked;
