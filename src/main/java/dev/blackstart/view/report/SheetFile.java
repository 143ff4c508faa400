package dev.blackstart.view.report;

import dev.blackstart.runbook.Upload;
import dev.blackstart.view.Json;
import java.util.ArrayList;
import java.util.List;

/// A file as a person puts it in place by hand: written beside, checked, and only then moved; what
/// was there is kept.
record SheetFile(Readable readable) {
    /// @param root is the action carried out as root?
    Json.Fields json(Upload upload, boolean root) {
        return Json.object().with("code", code(upload)).with("root", Json.of(root));
    }

    private String code(Upload upload) {
        String to = ShellWord.of(upload.to());
        String beside = ShellWord.of(upload.to() + ".new");
        String before = ShellWord.of(upload.to() + ".before");
        List<String> chain = new ArrayList<>();
        upload.validate()
                .map(check -> check.source().replaceAll("\\[=\\s*file\\s*]", beside))
                .ifPresent(check -> chain.add("(" + readable.text(check).strip() + ")"));
        upload.mode().ifPresent(mode -> chain.add("chmod " + mode + " " + beside));
        chain.add("{ [ ! -e " + to + " ] || cp -p " + to + " " + before + "; }");
        chain.add("mv " + beside + " " + to);
        return String.join(
                "\n",
                ShellWord.written(upload.to() + ".new", readable.text(upload.content().source())),
                "if " + String.join(" &&\n   ", chain),
                "then echo " + ShellWord.of(upload.to() + " is in place."),
                "else echo " + ShellWord.of(upload.to() + " IS NOT IN PLACE; go no further."),
                "fi");
    }

    /// What a person has to work out in it, empty when there is nothing.
    static List<String> toWorkOut(Upload upload) {
        return upload.content().source().contains("[#")
                ? List.of(
                        "Lines that begin with [# are conditions of the template: work them out, and"
                                + " leave them out of the file.")
                : List.of();
    }
}
