package dev.blackstart.run;

import java.util.List;

/// A file as it will be put on one host, made from what a look at the host has found there.
///
/// @param to absolute path
/// @param sha256 hex digest of `content`
/// @param before hex digest of the file that was there, or `absent`; another one refuses the upload
/// @param mode octal, or empty: that of the file before
/// @param validate shell command that checks the file at `beside`, or empty
/// @param beside where the new content is written first, in the same folder
/// @param kept where the file of before is kept, without its ending `.before` or `.absent`
/// @param difference unified diff from the file of before to `content`, for people; no approval is
///   bound to it
public record PreparedUpload(
        String to,
        String content,
        String sha256,
        String before,
        String mode,
        String validate,
        String beside,
        String kept,
        List<String> difference) {
    /// Stands for the digest where there was no file.
    public static final String ABSENT = "absent";

    public PreparedUpload {
        difference = List.copyOf(difference);
    }

    /// What an approval is bound to.
    List<String> parts() {
        return List.of("upload", to, sha256, before, mode, validate);
    }
}
