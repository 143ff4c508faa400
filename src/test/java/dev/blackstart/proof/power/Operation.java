package dev.blackstart.proof.power;

/// What a recorded process did to files, and what it said in between. Paths are relative to the
/// recorded folder.
sealed interface Operation {
    /// A name in a directory; it is durable once the directory is synced.
    sealed interface Naming extends Operation {
        String path();
    }

    record Created(String path, boolean directory) implements Naming {}

    record Removed(String path) implements Naming {}

    /// Content of a file; it is durable once the file is synced.
    sealed interface Change extends Operation {
        String path();
    }

    final class Written implements Change {
        private final String path;
        private final int offset;
        private final byte[] data;

        Written(String path, int offset, byte[] data) {
            this.path = path;
            this.offset = offset;
            this.data = data;
        }

        @Override
        public String path() {
            return path;
        }

        int offset() {
            return offset;
        }

        /// Not to be changed.
        byte[] data() {
            return data;
        }
    }

    record Resized(String path, int size) implements Change {}

    /// `fsync` or `fdatasync` of a file or a directory.
    record Synced(String path) implements Operation {}

    record Begun(int call) implements Operation {}

    record Acknowledged(int call, String what) implements Operation {}
}
