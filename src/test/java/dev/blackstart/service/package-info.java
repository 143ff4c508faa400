/// The application side of the service, without HTTP.
@NullMarked
package dev.blackstart.service;

import org.jspecify.annotations.NullMarked;
