*[=title]*
