/// What a team asks and is told in a chat, without any platform: what can be said, who says it, one
/// message for each run that is edited as the run goes, and the outbox by which messages arrive
/// late rather than twice. Runs know nothing of it and lose nothing by it.
@NullMarked
package dev.blackstart.chat;

import org.jspecify.annotations.NullMarked;
