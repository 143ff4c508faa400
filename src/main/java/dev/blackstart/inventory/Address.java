package dev.blackstart.inventory;

/// Where a host is reached. `literal` is true for an IPv4 or IPv6 address in canonical form; a name
/// needs DNS, which may be down exactly when this tool is used, and is warned about.
public record Address(String value, boolean literal) {
    public Address {
        if (value.isBlank() || value.startsWith("-")) {
            throw new IllegalArgumentException("not an address: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
