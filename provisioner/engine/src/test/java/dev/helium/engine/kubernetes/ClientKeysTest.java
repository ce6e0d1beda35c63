package dev.helium.engine.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.internal.CertUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientKeysTest {
  /** Of nobody: a key store wants one beside every key. */
  private static final String CERTIFICATE =
      """
      -----BEGIN CERTIFICATE-----
      MIIBdTCCARugAwIBAgIUOw+QPmJE+XThcASEq+koh3r+BC0wCgYIKoZIzj0EAwIw
      DzENMAsGA1UEAwwEdGVzdDAgFw0yNjExMjExNTQxMTRaGA8yMTI2MTAyODE1NDEx
      NFowDzENMAsGA1UEAwwEdGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABL71
      a7iT/66tmmM0jMt2Q7Or7RXzHDZCvGBazY4PtJVwO8sexEAnxXy24BpYcZU8Ojmt
      B09ChRKtsh3xuKQ6cHOjUzBRMB0GA1UdDgQWBBTLCzxEL1Ran1pSt0WcBwlLPpSL
      izAfBgNVHSMEGDAWgBTLCzxEL1Ran1pSt0WcBwlLPpSLizAPBgNVHRMBAf8EBTAD
      AQH/MAoGCCqGSM49BAMCA0gAMEUCIB/UDb34FPHH/5Kz5RE2cfAE1y/QZSOFzCFK
      KOFJXgVdAiEAqpSUCQ4RitZ3kdU5xzU648jPcfYK4mI5LtUXVNhtyRA=
      -----END CERTIFICATE-----
      """;

  @ParameterizedTest
  @ValueSource(strings = {"secp256r1", "secp384r1", "secp521r1"})
  void makesEllipticCurveKeysReadable(String curve) throws Exception {
    // given
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(curve));
    var key = generator.generateKeyPair().getPrivate();
    var config = new ConfigBuilder().withAutoConfigure(false).withClientKeyData(pem(key)).build();
    // when
    var readable = ClientKeys.readable(config);
    // then
    assertThat(readable.getClientKeyAlgo()).isEqualTo("EC");
    assertThat(((ECPrivateKey) load(readable.getClientKeyData())).getS())
        .isEqualTo(((ECPrivateKey) key).getS());
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA"})
  void leavesOtherKeysAlone(String algorithm) throws Exception {
    // given
    var key = KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPrivate();
    var config = new ConfigBuilder().withAutoConfigure(false).withClientKeyData(pem(key)).build();
    // when
    var readable = ClientKeys.readable(config);
    // then
    assertThat(readable.getClientKeyData()).isEqualTo(config.getClientKeyData());
  }

  private static Key load(String data) throws GeneralSecurityException, IOException {
    var certificate = new ByteArrayInputStream(CERTIFICATE.getBytes(StandardCharsets.UTF_8));
    var key = new ByteArrayInputStream(Base64.getDecoder().decode(data));
    var password = "none".toCharArray();
    var store = CertUtils.createKeyStore(certificate, key, "EC", password, null, password);
    return store.getKey(store.aliases().nextElement(), password);
  }

  private static String pem(PrivateKey key) {
    var body = Base64.getMimeEncoder().encodeToString(key.getEncoded());
    var pem = "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
    return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8));
  }
}
