package dev.helium.gateway.tls;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;

/** The text of a certificate and its key, as it was read. */
final class PemPair {
  private final byte[] certificate;
  private final byte[] key;

  PemPair(byte[] certificate, byte[] key) {
    this.certificate = certificate.clone();
    this.key = key.clone();
  }

  /** Whether both are byte for byte the same. */
  boolean isSame(PemPair other) {
    return Arrays.equals(certificate, other.certificate) && Arrays.equals(key, other.key);
  }

  PemKeyCertOptions options() {
    return new PemKeyCertOptions()
        .setCertValue(Buffer.buffer(certificate))
        .setKeyValue(Buffer.buffer(key));
  }

  /** The server's own certificate. */
  X509Certificate own() throws InvalidIdentityException {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(certificate))
              .stream()
              .findFirst()
              .orElseThrow(
                  () -> new InvalidIdentityException("there is no certificate in its file"));
    } catch (CertificateException unreadable) {
      throw new InvalidIdentityException("the certificate is not X.509 in PEM", unreadable);
    }
  }
}
