/// The REST API under `/api/v1`, its events, its description and the numbers for Prometheus.
@NullMarked
package dev.blackstart.door.rest;

import org.jspecify.annotations.NullMarked;
