/// Tests of reports, also in a real browser.
@NullMarked
package dev.blackstart.view.report;

import org.jspecify.annotations.NullMarked;
