/// Commands over SSH with sshj: connections that are shared and bounded, host keys that are known
/// or refused, and ends that are told apart.
@NullMarked
package dev.blackstart.transport.ssh;

import org.jspecify.annotations.NullMarked;
