package dev.blackstart.door.http;

/// Lives as long as the server. Each is a bean.
public interface Resident {
    /// The server takes orders, and what it carried out before is taken up.
    void moveIn();

    /// The server is being stopped.
    void moveOut();
}
