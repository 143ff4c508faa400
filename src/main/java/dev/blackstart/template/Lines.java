package dev.blackstart.template;

/// Line and column of an index as FreeMarker counts them, both from 1; `\r\n`, `\n` and `\r` end a
/// line.
record Lines(String source) {
    String place(int offset) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < offset; i++) {
            char c = source.charAt(i);
            boolean pair = c == '\r' && i + 1 < source.length() && source.charAt(i + 1) == '\n';
            if (c == '\n' || c == '\r' && !pair) {
                line++;
                start = i + 1;
            }
        }
        return line + ":" + (offset - start + 1);
    }
}
