package dev.blackstart.transport.ssh;

import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyFactorySpi;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.util.List;
import java.util.Map;

/// The JDK's elliptic-curve keys under the name `ECDSA`, by which sshj asks for them.
final class EcdsaByName extends Provider {
    static final String NAME = "BlackstartEcdsa";

    EcdsaByName() {
        super(NAME, "1", "KeyFactory ECDSA, carried out by the JDK's EC");
        putService(
                new Service(
                        this, "KeyFactory", "ECDSA", Keys.class.getName(), List.of(), Map.of()) {
                    @Override
                    public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
                        return new Keys(KeyFactory.getInstance("EC"));
                    }
                });
    }

    private static final class Keys extends KeyFactorySpi {
        private final KeyFactory jdk;

        Keys(KeyFactory jdk) {
            this.jdk = jdk;
        }

        @Override
        protected PublicKey engineGeneratePublic(KeySpec spec) throws InvalidKeySpecException {
            return jdk.generatePublic(spec);
        }

        @Override
        protected PrivateKey engineGeneratePrivate(KeySpec spec) throws InvalidKeySpecException {
            return jdk.generatePrivate(spec);
        }

        @Override
        protected <T extends KeySpec> T engineGetKeySpec(Key key, Class<T> type)
                throws InvalidKeySpecException {
            return jdk.getKeySpec(key, type);
        }

        @Override
        protected Key engineTranslateKey(Key key) throws InvalidKeyException {
            return jdk.translateKey(key);
        }
    }
}
