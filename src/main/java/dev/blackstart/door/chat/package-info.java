/// Slack, Mattermost, Alertmanager and signed webhooks: who they are is proven, what they say is
/// read, and what runs have to tell is put there in their own form.
@NullMarked
package dev.blackstart.door.chat;

import org.jspecify.annotations.NullMarked;
