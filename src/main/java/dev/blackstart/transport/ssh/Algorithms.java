package dev.blackstart.transport.ssh;

import com.hierynomus.sshj.key.KeyAlgorithm;
import com.hierynomus.sshj.key.KeyAlgorithms;
import com.hierynomus.sshj.transport.cipher.BlockCiphers;
import com.hierynomus.sshj.transport.cipher.GcmCiphers;
import com.hierynomus.sshj.transport.kex.ExtInfoClientFactory;
import com.hierynomus.sshj.transport.kex.ExtendedDHGroups;
import com.hierynomus.sshj.transport.mac.Macs;
import com.hierynomus.sshj.userauth.keyprovider.OpenSSHKeyV1KeyFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import net.schmizz.keepalive.KeepAliveProvider;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.ConfigImpl;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.transport.cipher.Cipher;
import net.schmizz.sshj.transport.compression.Compression;
import net.schmizz.sshj.transport.compression.NoneCompression;
import net.schmizz.sshj.transport.kex.Curve25519SHA256;
import net.schmizz.sshj.transport.kex.DHGexSHA256;
import net.schmizz.sshj.transport.kex.ECDHNistP;
import net.schmizz.sshj.transport.kex.KeyExchange;
import net.schmizz.sshj.transport.mac.MAC;
import net.schmizz.sshj.transport.random.JCERandom;
import net.schmizz.sshj.userauth.keyprovider.FileKeyProvider;
import net.schmizz.sshj.userauth.keyprovider.OpenSSHKeyFile;
import net.schmizz.sshj.userauth.keyprovider.PKCS8KeyFile;

/// The algorithms offered, best first; what is not listed is not spoken. No SHA-1, no CBC, no DSA.
/// ChaCha20 is left out because sshj takes it from a provider that costs half a second at start.
final class Algorithms {
    private final List<Factory.Named<KeyExchange>> exchanges =
            List.of(
                    new Curve25519SHA256.Factory(),
                    new Curve25519SHA256.FactoryLibSsh(),
                    new ECDHNistP.Factory256(),
                    new ECDHNistP.Factory384(),
                    new ECDHNistP.Factory521(),
                    ExtendedDHGroups.Group16SHA512AtSSH(),
                    ExtendedDHGroups.Group14SHA256AtSSH(),
                    new DHGexSHA256.Factory(),
                    new ExtInfoClientFactory());
    private final List<Factory.Named<Cipher>> ciphers =
            List.of(
                    GcmCiphers.AES128GCM(),
                    GcmCiphers.AES256GCM(),
                    BlockCiphers.AES128CTR(),
                    BlockCiphers.AES256CTR());
    private final List<Factory.Named<MAC>> macs =
            List.of(
                    Macs.HMACSHA2256Etm(),
                    Macs.HMACSHA2512Etm(),
                    Macs.HMACSHA2256(),
                    Macs.HMACSHA2512());
    private final List<Factory.Named<Compression>> compressions =
            List.of(new NoneCompression.Factory());
    private final List<Factory.Named<KeyAlgorithm>> hostKeys =
            List.of(
                    KeyAlgorithms.EdDSA25519(),
                    KeyAlgorithms.ECDSASHANistp256(),
                    KeyAlgorithms.ECDSASHANistp384(),
                    KeyAlgorithms.ECDSASHANistp521(),
                    KeyAlgorithms.RSASHA512(),
                    KeyAlgorithms.RSASHA256());
    private final List<Factory.Named<FileKeyProvider>> keyFiles =
            List.of(
                    new OpenSSHKeyV1KeyFile.Factory(),
                    new PKCS8KeyFile.Factory(),
                    new OpenSSHKeyFile.Factory());

    /// A configuration for one connection. Its generator of randomness is its own: sshj's shared
    /// one makes connections wait for each other.
    ///
    /// @param known key types this host is known by, which are asked for first
    Config config(Set<String> known) {
        ConfigImpl config = new ConfigImpl();
        config.setVersion("blackstart");
        config.setLoggerFactory(new NoLogging());
        config.setRandomFactory(new JCERandom.Factory());
        config.setKeyExchangeFactories(exchanges);
        config.setCipherFactories(ciphers);
        config.setMACFactories(macs);
        config.setCompressionFactories(compressions);
        config.setKeyAlgorithms(knownFirst(known));
        config.setFileKeyProviderFactories(keyFiles);
        config.setKeepAliveProvider(KeepAliveProvider.KEEP_ALIVE);
        config.setVerifyHostKeyCertificates(false);
        return config;
    }

    private List<Factory.Named<KeyAlgorithm>> knownFirst(Set<String> known) {
        List<Factory.Named<KeyAlgorithm>> sorted = new ArrayList<>(hostKeys);
        sorted.sort(Comparator.comparing(algorithm -> !known.contains(type(algorithm.getName()))));
        return sorted;
    }

    /// RSA keys are of one type and sign with several algorithms.
    private static String type(String algorithm) {
        return algorithm.startsWith("rsa-sha2-") ? "ssh-rsa" : algorithm;
    }
}
