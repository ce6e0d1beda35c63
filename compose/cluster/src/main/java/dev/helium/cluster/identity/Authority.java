package dev.helium.cluster.identity;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Signs certificates. It lives in a folder and is made on first use; what it signs is made anew at
 * every start, so nothing but the authority itself can run out.
 */
public final class Authority {

  private static final Duration AUTHORITY_VALIDITY = Duration.ofDays(3650);
  private static final Duration VALIDITY = Duration.ofDays(366);

  /** A clock that was set back a little must not make a fresh certificate invalid. */
  private static final Duration BACKDATED = Duration.ofMinutes(10);

  private static final int SERIAL_BITS = 127;

  private final String name;
  private final Identity identity;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  private Authority(String name, Identity identity, InstantSource clock) {
    this.name = name;
    this.identity = identity;
    this.clock = clock;
  }

  /** The authority of that name in the folder, made there when it is not yet. */
  public static Authority in(Path directory, String name, InstantSource clock) throws IOException {
    Path certificate = directory.resolve(name + ".crt");
    Path key = directory.resolve(name + ".key");
    if (!Files.exists(certificate) || !Files.exists(key)) {
      KeyPair pair = newKeyPair();
      String keyPem = Pem.of("PRIVATE KEY", pair.getPrivate().getEncoded());
      Authority self = new Authority(name, new Identity("", keyPem), clock);
      PrivateFiles.write(key, keyPem);
      PrivateFiles.write(
          certificate,
          self.sign(
              subject(name, List.of()),
              pair.getPublic(),
              AUTHORITY_VALIDITY,
              new Field(Extension.basicConstraints, new BasicConstraints(true)),
              new Field(
                  Extension.keyUsage, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))));
    }
    Identity identity = new Identity(Files.readString(certificate), Files.readString(key));
    return new Authority(name, identity, clock);
  }

  /** What others need to trust this authority, in PEM. */
  public String certificate() {
    return identity.certificate();
  }

  /** An identity for a program that answers on this machine's loopback, and may call others too. */
  public Identity server(String commonName, List<String> addresses) {
    GeneralName[] names =
        addresses.stream()
            .map(
                address ->
                    new GeneralName(
                        address.matches("[0-9.]+|.*:.*")
                            ? GeneralName.iPAddress
                            : GeneralName.dNSName,
                        address))
            .toArray(GeneralName[]::new);
    return issue(
        newKeyPair(),
        subject(commonName, List.of()),
        new Field(
            Extension.extendedKeyUsage,
            new ExtendedKeyUsage(
                new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth})),
        new Field(Extension.subjectAlternativeName, new GeneralNames(names)));
  }

  /** An identity for a caller: Kubernetes reads the user and its groups out of the subject. */
  public Identity client(String user, List<String> groups) {
    return client(newKeyPair(), user, groups);
  }

  /** The same with an RSA key, which takes longer to make and which every client library reads. */
  public Identity portableClient(String user, List<String> groups) {
    return client(newPortableKeyPair(), user, groups);
  }

  private Identity client(KeyPair pair, String user, List<String> groups) {
    return issue(
        pair,
        subject(user, groups),
        new Field(Extension.extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth)));
  }

  private Identity issue(KeyPair pair, X500Name subject, Field... fields) {
    return new Identity(
        sign(subject, pair.getPublic(), VALIDITY, fields),
        Pem.of("PRIVATE KEY", pair.getPrivate().getEncoded()));
  }

  private record Field(ASN1ObjectIdentifier type, ASN1Encodable value) {}

  private String sign(X500Name subject, PublicKey key, Duration validity, Field... fields) {
    Instant now = clock.instant();
    try {
      PrivateKey own = identity.privateKey();
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              subject(name, List.of()),
              new BigInteger(SERIAL_BITS, random),
              Date.from(now.minus(BACKDATED)),
              Date.from(now.plus(validity)),
              subject,
              key);
      for (Field field : fields) {
        builder.addExtension(field.type(), true, field.value());
      }
      byte[] encoded =
          new JcaX509CertificateConverter()
              .getCertificate(
                  builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(own)))
              .getEncoded();
      return Pem.of("CERTIFICATE", encoded);
    } catch (CertIOException | OperatorCreationException | CertificateException e) {
      throw new IllegalStateException("A certificate for %s cannot be made".formatted(subject), e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key of %s cannot be read".formatted(name), e);
    }
  }

  private static X500Name subject(String commonName, List<String> organizations) {
    X500NameBuilder builder = new X500NameBuilder(BCStyle.INSTANCE);
    organizations.forEach(organization -> builder.addRDN(BCStyle.O, organization));
    return builder.addRDN(BCStyle.CN, commonName).build();
  }

  private static KeyPair newKeyPair() {
    return generate("EC", new ECGenParameterSpec("secp256r1"));
  }

  private static KeyPair newPortableKeyPair() {
    return generate("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4));
  }

  private static KeyPair generate(String algorithm, AlgorithmParameterSpec size) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(size);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK makes such keys", e);
    }
  }
}
