package dev.blackstart.chat;

/// Somebody's account in a chat. Names that are shown there are nobody's proof.
///
/// @param platform such as `slack`
/// @param id of team and user, such as `T024BE7LD/U2147483697`
public record Account(String platform, String id) {
    /// As an attestation names it.
    @Override
    public String toString() {
        return platform + ":" + id;
    }
}
