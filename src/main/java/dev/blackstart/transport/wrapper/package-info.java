/// How commands are wrapped on the target: quoting, environment, deadlines on the host, and the
/// claim that makes an action happen at most once and outlive the connection.
@NullMarked
package dev.blackstart.transport.wrapper;

import org.jspecify.annotations.NullMarked;
