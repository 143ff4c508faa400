package dev.blackstart.run;

import java.time.Instant;

/// How it is known who gave an answer, where that is more than a name that was typed.
///
/// @param account who it is there: a principal of `allowed_signers`, `slack:T024BE7LD/U2147483697`,
///   the name of a token
/// @param fingerprint of the key that signed, such as `SHA256:…`; empty where none did
/// @param until the answer must be counted before this moment
/// @param signature armoured, as `ssh-keygen -Y sign` writes it; empty where none is
public record Attestation(
        Way way, String account, String fingerprint, Instant until, String signature) {
    /// What vouches for the person.
    public enum Way {
        /// their SSH key, which anybody can check at any time
        SIGNATURE,
        /// the chat's signature over what it delivered, and the account there
        CHAT,
        /// a session of the web console
        WEB,
        /// a token that a program may use as well
        TOKEN
    }

    /// By a signature that is still to be checked, so nobody knows the key yet.
    public static Attestation signed(String principal, Instant until, String signature) {
        return new Attestation(Way.SIGNATURE, principal, "", until, signature);
    }

    /// By a service that received the answer in this process.
    public static Attestation received(Way way, String account, Instant until) {
        return new Attestation(way, account, "", until, "");
    }

    /// The same with the key that was found to have signed.
    public Attestation by(String key) {
        return new Attestation(way, account, key, until, signature);
    }
}
