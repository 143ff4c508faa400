package dev.blackstart.template;

/// Something wrong at an index of the source.
record Complaint(int offset, String message) {}
