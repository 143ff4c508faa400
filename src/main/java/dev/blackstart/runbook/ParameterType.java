package dev.blackstart.runbook;

import java.util.Arrays;
import java.util.Optional;

/// The types a parameter may have. Each decides what values are accepted before anything is
/// contacted.
public enum ParameterType {
    /// any text without control characters that does not start with `-`
    TEXT("text"),
    /// a whole number
    INT("int"),
    /// a decimal number
    DOUBLE("double"),
    /// `true` or `false`
    BOOL("bool"),
    /// an IPv4 or IPv6 address in canonical form
    IP("ip"),
    /// an address block such as `10.0.0.0/8`
    CIDR("cidr"),
    /// a TCP or UDP port, 1 to 65535
    PORT("port"),
    /// the name of a host in the inventory
    HOST("host"),
    /// a DNS name
    DNS_NAME("dns_name"),
    /// a unit or daemon name such as `rke2-server` or `getty@tty1.service`
    SERVICE_NAME("service_name"),
    /// an absolute path without `..`
    PATH("path"),
    /// a length of time such as `90s`, `5m`, `1h30m`
    DURATION("duration"),
    /// one of `values:`
    ENUM("enum"),
    /// a value that reaches a host only over standard input and is masked everywhere
    SECRET("secret");

    private final String word;

    ParameterType(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<ParameterType> named(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }
}
