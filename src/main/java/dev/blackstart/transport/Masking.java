package dev.blackstart.transport;

/// Takes secrets out of a stream before anything of it is written or shown.
@FunctionalInterface
public interface Masking {
    /// Masks nothing.
    Masking NONE =
            () ->
                    new Filter() {
                        @Override
                        public byte[] pass(byte[] chunk) {
                            return chunk;
                        }

                        @Override
                        public byte[] end() {
                            return new byte[0];
                        }
                    };

    /// A filter for one stream, used by one thread.
    Filter begin();

    interface Filter {
        /// What may be written now; bytes that could be the start of a secret are held back.
        byte[] pass(byte[] chunk);

        /// What was held back.
        byte[] end();
    }
}
