/// Tests of the doctor.
@NullMarked
package dev.blackstart.door.cli.doctor;

import org.jspecify.annotations.NullMarked;
