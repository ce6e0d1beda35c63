package dev.helium.backends.helicone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CertificatesTest {
  private static final Instant MADE = Instant.parse("2026-11-01T00:00:00Z");
  private static final List<String> HOSTS = List.of("api.example.com", "other.example.com");

  @Test
  void itIsForItsHostsAndSignedByItself() throws GeneralSecurityException {
    // given
    KeyPair keys = keys();
    // when
    X509Certificate certificate = read(made(keys));
    // then
    certificate.verify(keys.getPublic());
    assertThat(certificate.getSubjectAlternativeNames())
        .map(name -> String.valueOf(name.get(1)))
        .containsExactlyElementsOf(HOSTS);
    assertThat(certificate.getNotBefore()).isBefore(MADE);
    assertThat(certificate.getNotAfter()).isEqualTo(MADE.plus(Duration.ofDays(825)));
  }

  @Test
  void theSameIsMadeOfTheSame() throws GeneralSecurityException {
    // given
    KeyPair keys = keys();
    // then
    assertThat(made(keys)).isEqualTo(made(keys)).isNotEqualTo(made(keys()));
  }

  private static String made(KeyPair keys) {
    return Certificates.of(
        pem("PRIVATE KEY", keys.getPrivate().getEncoded()),
        pem("PUBLIC KEY", keys.getPublic().getEncoded()),
        MADE,
        HOSTS);
  }

  private static KeyPair keys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  private static X509Certificate read(String pem) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
  }

  private static String pem(String kind, byte[] content) {
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
        .formatted(kind, Base64.getMimeEncoder().encodeToString(content), kind);
  }
}
