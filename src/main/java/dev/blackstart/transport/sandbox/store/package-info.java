/// A small key-value store for drills, run as a process of its own. Like the real one it logs under a lock, and
/// so it freezes when nobody reads its log. Uses `java.*` only: it is started without the program's libraries.
@NullMarked
package dev.blackstart.transport.sandbox.store;

import org.jspecify.annotations.NullMarked;
