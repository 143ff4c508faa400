/// Takes rights away from one thread of this process, and with it from every process that thread
/// starts: Landlock for files and signals, seccomp for system calls, another user id where the tool
/// runs as root. Needs no root, nothing installed and nothing but Linux on x86_64 or aarch64.
@NullMarked
package dev.blackstart.transport.sandbox.confine;

import org.jspecify.annotations.NullMarked;
