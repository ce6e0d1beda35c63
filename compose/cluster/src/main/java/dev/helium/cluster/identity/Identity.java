package dev.helium.cluster.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate and the private key that goes with it, both in PEM.
 *
 * @param key PKCS #8
 */
public record Identity(String certificate, String key) {

  private static final char[] NO_PASSWORD = {};

  /** A TLS context that shows this identity and trusts one authority only. */
  public SSLContext tlsContext(String authorityCertificate) {
    try {
      KeyStore own = emptyStore();
      own.setKeyEntry("own", privateKey(), NO_PASSWORD, new Certificate[] {parse(certificate)});
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(own, NO_PASSWORD);
      KeyStore trusted = emptyStore();
      trusted.setCertificateEntry("authority", parse(authorityCertificate));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A certificate made here is not accepted here", e);
    }
  }

  PrivateKey privateKey() throws GeneralSecurityException {
    String body = key.lines().filter(line -> !line.startsWith("-")).reduce("", String::concat);
    return KeyFactory.getInstance("EC")
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
  }

  private static Certificate parse(String pem) throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
  }

  private static KeyStore emptyStore() throws GeneralSecurityException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      return store;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "Identity[certificate=" + certificate.length() + " characters]";
  }
}
