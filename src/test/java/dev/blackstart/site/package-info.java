/// Makes the documentation a small site of plain files: pages from Markdown and an index to search
/// in. A tool of the build, not of the program.
@NullMarked
package dev.blackstart.site;

import org.jspecify.annotations.NullMarked;
