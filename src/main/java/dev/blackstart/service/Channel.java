package dev.blackstart.service;

import java.util.Locale;

/// The way by which somebody speaks to the service.
public enum Channel {
    API,
    WEB,
    CHAT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
