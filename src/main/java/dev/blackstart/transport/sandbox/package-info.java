/// The sandbox world of drills: an SSH server inside this process on loopback ports, behind which real shell
/// commands run, confined to one folder ([dev.blackstart.transport.sandbox.confine]). The ordinary SSH transport
/// drives it as it drives real hosts. Closing it, or the end of this process however it comes, leaves nothing.
@NullMarked
package dev.blackstart.transport.sandbox;

import org.jspecify.annotations.NullMarked;
