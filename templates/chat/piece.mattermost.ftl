**[=title]**
