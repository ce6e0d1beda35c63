package dev.helium.gateway.tls;

import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import javax.net.ssl.X509KeyManager;

/** A certificate with the key that belongs to it. */
public final class TlsIdentity {
  private static final byte[] PROBE = {1, 2, 3};

  private final PemPair pair;
  private final Instant ends;

  private TlsIdentity(PemPair pair, Instant ends) {
    this.pair = pair;
    this.ends = ends;
  }

  /** What the files hold; blocks. */
  public static TlsIdentity read(Vertx vertx, TlsFiles files) throws InvalidIdentityException {
    return of(vertx, files.read());
  }

  /**
   * Checks that the two belong together: a server would take others, and fail at each handshake.
   */
  static TlsIdentity of(Vertx vertx, PemPair pair) throws InvalidIdentityException {
    X509Certificate certificate = pair.own();
    if (!belongTogether(certificate.getPublicKey(), key(vertx, pair, certificate))) {
      throw new InvalidIdentityException("the key is not the one of the certificate");
    }
    return new TlsIdentity(pair, certificate.getNotAfter().toInstant());
  }

  /** As the server library takes it. */
  public KeyCertOptions options() {
    return pair.options();
  }

  Instant ends() {
    return ends;
  }

  boolean isOf(PemPair other) {
    return pair.isSame(other);
  }

  private static PrivateKey key(Vertx vertx, PemPair pair, X509Certificate certificate)
      throws InvalidIdentityException {
    X509KeyManager keys = keys(vertx, pair);
    String[] names = keys.getServerAliases(certificate.getPublicKey().getAlgorithm(), null);
    if (names == null) {
      throw new InvalidIdentityException("the certificate is of a kind that TLS does not take");
    }
    return keys.getPrivateKey(names[0]);
  }

  private static X509KeyManager keys(Vertx vertx, PemPair pair) throws InvalidIdentityException {
    try {
      return Arrays.stream(pair.options().getKeyManagerFactory(vertx).getKeyManagers())
          .filter(X509KeyManager.class::isInstance)
          .map(X509KeyManager.class::cast)
          .findFirst()
          .orElseThrow();
    } catch (Exception unreadable) {
      // The library throws whatever it meets, and may repeat what it could not read: no cause.
      throw new InvalidIdentityException(
          "the key is not a private key in PEM without a passphrase, of RSA or an elliptic curve");
    }
  }

  private static boolean belongTogether(PublicKey known, PrivateKey secret)
      throws InvalidIdentityException {
    String algorithm = algorithm(known);
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(secret);
      signature.update(PROBE);
      byte[] signed = signature.sign();
      signature.initVerify(known);
      signature.update(PROBE);
      return signature.verify(signed);
    } catch (GeneralSecurityException notOfOneKind) {
      return false;
    }
  }

  private static String algorithm(PublicKey key) throws InvalidIdentityException {
    return switch (key.getAlgorithm()) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      default ->
          throw new InvalidIdentityException(
              "the key must be of RSA or an elliptic curve, and not " + key.getAlgorithm());
    };
  }
}
