package dev.helium.gateway.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/** A certificate for localhost, signed by itself, made with the JDK's keytool. */
public record TestCertificate(X509Certificate certificate, Key key) {
  private static final String PASSWORD = "of-no-account";

  /**
   * Makes one; takes a second.
   *
   * @param algorithm with its options, as keytool names them
   */
  public static TestCertificate make(Path directory, String name, String... algorithm)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path store = directory.resolve(name + ".p12");
    ProcessBuilder keytool =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "test",
            "-dname",
            "CN=" + name,
            "-ext",
            "san=dns:localhost,ip:127.0.0.1",
            "-validity",
            "30",
            "-keystore",
            store.toString(),
            "-storepass",
            PASSWORD);
    keytool.command().addAll(List.of(algorithm));
    Process process = keytool.redirectErrorStream(true).start();
    String output;
    try (InputStream said = process.getInputStream()) {
      output = new String(said.readAllBytes(), StandardCharsets.UTF_8);
    }
    if (process.waitFor() != 0) {
      throw new IOException("keytool failed: " + output);
    }
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    return new TestCertificate(
        (X509Certificate) keys.getCertificate("test"), keys.getKey("test", PASSWORD.toCharArray()));
  }

  public static TestCertificate ofAnEllipticCurve(Path directory, String name)
      throws IOException, InterruptedException, GeneralSecurityException {
    return make(directory, name, "-keyalg", "EC", "-groupname", "secp256r1");
  }

  /** As PEM in both files, one after the other. */
  public void write(Path certificateFile, Path keyFile)
      throws IOException, GeneralSecurityException {
    Files.writeString(certificateFile, certificatePem());
    Files.writeString(keyFile, pem("PRIVATE KEY", key.getEncoded()));
  }

  public String certificatePem() throws GeneralSecurityException {
    return pem("CERTIFICATE", ((Certificate) certificate).getEncoded());
  }

  /** What trusts this one alone. */
  public KeyStore trust() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry("test", certificate);
    return store;
  }

  private static String pem(String label, byte[] content) {
    String body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content);
    return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(label, body);
  }
}
