/// The application side of a server, without any HTTP: starts runs and carries several at once,
/// looks at them, answers their gates, follows their events, and knows who may do that. The doors
/// that listen stand in front of it.
@NullMarked
package dev.blackstart.service;

import org.jspecify.annotations.NullMarked;
