package dev.helium.backends.helicone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Self-signed certificates. The same key, instant and hosts give the same certificate. */
final class Certificates {
  /** Apple's systems take none that is good for longer, whoever signed it. */
  private static final Duration VALIDITY = Duration.ofDays(825);

  /** A clock that is behind a little must not make a fresh certificate invalid. */
  private static final Duration BACKDATED = Duration.ofMinutes(10);

  private static final X500Name NAME = new X500Name("CN=Helicone");
  private static final int SERIAL_BYTES = 16;

  private Certificates() {}

  /**
   * One in PEM.
   *
   * @param privateKey RSA, PKCS #8 in PEM
   * @param publicKey the one that belongs to it, in PEM
   */
  static String of(String privateKey, String publicKey, Instant madeAt, Collection<String> hosts) {
    try {
      KeyFactory keys = KeyFactory.getInstance("RSA");
      PrivateKey signing = keys.generatePrivate(new PKCS8EncodedKeySpec(content(privateKey)));
      PublicKey signed = keys.generatePublic(new X509EncodedKeySpec(content(publicKey)));
      X509v3CertificateBuilder certificate =
          new JcaX509v3CertificateBuilder(
                  NAME,
                  serial(hosts, madeAt),
                  Date.from(madeAt.minus(BACKDATED)),
                  Date.from(madeAt.plus(VALIDITY)),
                  NAME,
                  signed)
              // People put it among the authorities that their systems trust.
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
              .addExtension(
                  Extension.extendedKeyUsage,
                  false,
                  new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
              .addExtension(Extension.subjectAlternativeName, false, names(hosts));
      return pem(
          certificate
              .build(new JcaContentSignerBuilder("SHA256withRSA").build(signing))
              .getEncoded());
    } catch (GeneralSecurityException | OperatorCreationException unfit) {
      throw new IllegalStateException("the pair of keys signs nothing", unfit);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static GeneralNames names(Collection<String> hosts) {
    return new GeneralNames(
        hosts.stream()
            .map(host -> new GeneralName(GeneralName.dNSName, host))
            .toArray(GeneralName[]::new));
  }

  private static BigInteger serial(Collection<String> hosts, Instant madeAt)
      throws GeneralSecurityException {
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest((hosts + " " + madeAt).getBytes(StandardCharsets.UTF_8));
    return new BigInteger(1, Arrays.copyOf(digest, SERIAL_BYTES));
  }

  private static byte[] content(String pem) {
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
  }

  private static String pem(byte[] encoded) {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
        + "\n-----END CERTIFICATE-----\n";
  }
}
