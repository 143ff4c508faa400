[=title]
