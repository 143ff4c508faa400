# Draws terminal lines with colour codes as an SVG that scrolls through them.
# times: lines of "tenth-of-second history cursor"; shown: the command.

function escape(text) {
    gsub(/&/, "\\&amp;", text); gsub(/</, "\\&lt;", text); gsub(/>/, "\\&gt;", text)
    return text
}

function take(codes,    list, n, i, c) {
    n = split(codes == "" ? "0" : codes, list, ";")
    for (i = 1; i <= n; i++) {
        c = list[i] + 0
        if (c == 0) { bold = dim = reverse = under = 0; colour = "" }
        else if (c == 1) bold = 1
        else if (c == 2) dim = 1
        else if (c == 4) under = 1
        else if (c == 7) reverse = 1
        else if (c == 22) bold = dim = 0
        else if (c == 24) under = 0
        else if (c == 27) reverse = 0
        else if (c >= 30 && c <= 37) colour = "c" (c - 30)
        else if (c >= 90 && c <= 97) colour = "c" (c - 90)
        else if (c == 39) colour = ""
        else if (c == 38 || c == 48) i += (list[i + 1] == 5 ? 2 : 4)
    }
}

function piece(text,    class) {
    if (text == "") return ""
    class = colour (bold ? " b" : "") (dim ? " d" : "") (under ? " u" : "") (reverse ? " r" : "")
    sub(/^ /, "", class)
    return class == "" ? escape(text) : "<tspan class=\"" class "\">" escape(text) "</tspan>"
}

function drawn(line,    out, at, codes) {
    out = ""
    while ((at = match(line, /\033\[[0-9;]*m/)) > 0) {
        out = out piece(substr(line, 1, at - 1))
        codes = substr(line, at + 2, RLENGTH - 3)
        line = substr(line, at + RLENGTH)
        take(codes)
    }
    gsub(/\033[^ ]*/, "", line)
    gsub(/\016|\017/, "", line)
    return out piece(line)
}

{ text[++count] = $0 }

END {
    while (count > 0 && text[count] ~ /^[ \t]*$/) count--
    seen = 0
    while ((getline row < times) > 0) {
        split(row, part, " ")
        for (now = part[2] + part[3]; seen < now; ) came[++seen] = part[1] / 10
    }
    rows = 24; high = 19; size = 14; wide = 720
    # the moment each line appears
    at = 1.0
    for (i = 1; i <= count; i++) {
        pause = (i in came && (i - 1) in came) ? came[i] - came[i - 1] : 0
        if (pause > 2) pause = 2
        if (pause < 0.09) pause = 0.09
        if (text[i - 1] ~ /^[^A-Za-z]*(DRILL)?[^A-Za-z]*$/) pause += 0.8
        at += pause
        when[i] = at
    }
    total = at + 6
    printf "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" role=\"img\">\n", wide, rows * high + 24, wide
    printf "<title>%s, recorded</title>\n", escape(shown)
    print "<style>"
    print "text { font: " size "px ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace; fill: #d7dae0; white-space: pre }"
    print ".b { font-weight: 700 } .d { opacity: .65 } .u { text-decoration: underline } .r { font-weight: 700; text-decoration: underline }"
    print ".c0 { fill: #8a8f98 } .c1 { fill: #ff7b72 } .c2 { fill: #7ee787 } .c3 { fill: #f2cc60 } .c4 { fill: #79c0ff } .c5 { fill: #d2a8ff } .c6 { fill: #76e3ea } .c7 { fill: #f0f3f6 }"
    print "</style>"
    printf "<rect width=\"%d\" height=\"%d\" rx=\"6\" fill=\"#12161c\"/>\n", wide, rows * high + 24
    printf "<svg x=\"12\" y=\"10\" width=\"%d\" height=\"%d\">\n<g>\n", wide - 24, rows * high
    # lines come in at the bottom and go out at the top
    values = sprintf("0 %d", (rows - 1) * high); keys = "0"
    for (i = 1; i <= count; i++) {
        values = values sprintf(";0 %d", (rows - 1 - i) * high)
        keys = keys sprintf(";%.5f", when[i] / total)
    }
    printf "<animateTransform attributeName=\"transform\" type=\"translate\" calcMode=\"discrete\" dur=\"%.1fs\" repeatCount=\"indefinite\" values=\"%s\" keyTimes=\"%s\"/>\n", total, values, keys
    printf "<text y=\"%d\"><tspan class=\"c2\">$</tspan> <tspan class=\"b\">./%s</tspan></text>\n", size, escape(shown)
    bold = dim = reverse = under = 0; colour = ""
    for (i = 1; i <= count; i++) {
        line = drawn(text[i])
        if (line != "") printf "<text y=\"%d\">%s</text>\n", size + i * high, line
    }
    print "</g>\n</svg>\n</svg>"
}
