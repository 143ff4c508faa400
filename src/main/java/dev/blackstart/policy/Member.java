package dev.blackstart.policy;

import java.util.Map;
import java.util.Set;

/// A person as a site knows them, under whatever names.
///
/// @param name the one the journal keeps
/// @param logins names of their accounts on machines, their own name among them
/// @param principal who they are in `allowed_signers`
/// @param chat their account by platform: `slack` to `T024BE7LD/U2147483697`
public record Member(String name, Set<String> logins, String principal, Map<String, String> chat) {
    public Member {
        logins = Set.copyOf(logins);
        chat = Map.copyOf(chat);
    }

    /// @param account as an attestation names it, such as `slack:T024BE7LD/U2147483697`
    boolean chatsAs(String account) {
        return chat.entrySet().stream()
                .anyMatch(it -> account.equals(it.getKey() + ":" + it.getValue()));
    }
}
