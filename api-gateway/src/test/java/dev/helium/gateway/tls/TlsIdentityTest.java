package dev.helium.gateway.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsIdentityTest {
  private final Vertx vertx = Vertx.vertx();
  @TempDir Path directory;
  private TlsFiles files;

  @BeforeEach
  void name() {
    files = new TlsFiles(directory.resolve("tls.crt"), directory.resolve("tls.key"));
  }

  @AfterEach
  void stop() throws Exception {
    vertx.close().await(60, TimeUnit.SECONDS);
  }

  @Test
  void takesEveryUsualKindOfKey() throws Exception {
    // given
    String[][] kinds = {
      {"-keyalg", "EC", "-groupname", "secp256r1"},
      {"-keyalg", "EC", "-groupname", "secp384r1"},
      {"-keyalg", "RSA", "-keysize", "2048"}
    };
    for (String[] kind : kinds) {
      TestCertificate made = TestCertificate.make(directory, String.join("", kind), kind);
      made.write(files.certificate(), files.key());
      // when
      TlsIdentity identity = TlsIdentity.read(vertx, files);
      // then
      assertThat(identity.ends()).isEqualTo(made.certificate().getNotAfter().toInstant());
    }
  }

  @Test
  void refusesAKindOfKeyThatTheServerCannotRead() throws Exception {
    // given
    TestCertificate.make(directory, "other", "-keyalg", "Ed25519")
        .write(files.certificate(), files.key());
    // when, then
    refuses(
        "the key is not a private key in PEM without a passphrase, of RSA or an elliptic curve");
  }

  @Test
  void refusesAKeyOfAnotherCertificate() throws Exception {
    // given
    TestCertificate one = TestCertificate.ofAnEllipticCurve(directory, "one");
    TestCertificate two = TestCertificate.ofAnEllipticCurve(directory, "two");
    two.write(files.certificate(), files.key());
    Files.writeString(files.certificate(), one.certificatePem());
    // when, then
    refuses("the key is not the one of the certificate");
  }

  @Test
  void refusesWhatIsNeitherCertificateNorKey() throws Exception {
    // given
    TestCertificate made = TestCertificate.ofAnEllipticCurve(directory, "made");
    made.write(files.certificate(), files.key());
    String key = Files.readString(files.key());
    Files.writeString(files.key(), key.substring(0, key.length() / 2));
    // when, then
    refuses("the key is not a private key in PEM");
    Files.writeString(files.key(), key);
    Files.writeString(files.certificate(), "");
    refuses("there is no certificate in its file");
    Files.writeString(files.certificate(), "-----BEGIN CERTIFICATE-----\nAAAA\n");
    refuses("the certificate is not X.509 in PEM");
    Files.write(files.certificate(), new byte[300 * 1024]);
    refuses("the file of the certificate has more than 262144 bytes");
    Files.delete(files.certificate());
    refuses("the file of the certificate cannot be read");
  }

  private void refuses(String message) {
    assertThatThrownBy(() -> TlsIdentity.read(vertx, files))
        .isInstanceOf(InvalidIdentityException.class)
        .hasMessageStartingWith(message);
  }
}
