package dev.helium.engine.kubernetes;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * Makes client keys readable to Fabric8, which takes every key in PKCS #8 for RSA: elliptic-curve
 * keys are turned into SEC 1.
 */
final class ClientKeys {
  private static final String HEADER = "-----BEGIN PRIVATE KEY-----";
  private static final String FOOTER = "-----END PRIVATE KEY-----";
  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;
  private static final int PARAMETERS = 0xa0;
  private static final byte[] VERSION = {2, 1, 1};

  private ClientKeys() {}

  static Config readable(Config config) {
    var pem = pem(config);
    if (!pem.startsWith(HEADER)) {
      return config;
    }
    try {
      var body = pem.substring(HEADER.length(), pem.indexOf(FOOTER));
      var encoded = Base64.getMimeDecoder().decode(body);
      var key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
      return new ConfigBuilder(config)
          .withClientKeyData(base64(toSec1((ECPrivateKey) key)))
          .withClientKeyFile(null)
          .withClientKeyAlgo("EC")
          .build();
    } catch (GeneralSecurityException | RuntimeException notElliptic) {
      // Another kind of key: the client reads it, or says what is wrong with it.
      return config;
    }
  }

  private static String pem(Config config) {
    try {
      var data = config.getClientKeyData();
      if (data != null && !data.isEmpty()) {
        return new String(Base64.getMimeDecoder().decode(data), StandardCharsets.UTF_8).strip();
      }
      var file = config.getClientKeyFile();
      return file == null || file.isEmpty() ? "" : Files.readString(Path.of(file)).strip();
    } catch (IOException | IllegalArgumentException unreadable) {
      // The client says so itself.
      return "";
    }
  }

  private static String toSec1(ECPrivateKey key) throws GeneralSecurityException {
    var parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(key.getParams());
    byte[] curve;
    try {
      curve = parameters.getEncoded();
    } catch (IOException impossible) {
      throw new GeneralSecurityException(impossible);
    }
    var size = (key.getParams().getOrder().bitLength() + 7) / 8;
    var der =
        tagged(SEQUENCE, VERSION, tagged(OCTETS, fixed(key, size)), tagged(PARAMETERS, curve));
    var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN EC PRIVATE KEY-----\n" + body + "\n-----END EC PRIVATE KEY-----\n";
  }

  private static byte[] fixed(ECPrivateKey key, int size) {
    var number = key.getS().toByteArray();
    var fixed = new byte[size];
    var length = Math.min(number.length, size);
    System.arraycopy(number, number.length - length, fixed, size - length, length);
    return fixed;
  }

  private static byte[] tagged(int tag, byte[]... parts) {
    var content = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(content::writeBytes);
    var result = new ByteArrayOutputStream();
    result.write(tag);
    var length = content.size();
    if (length >= 0x80) {
      result.write(0x81);
    }
    result.write(length);
    result.writeBytes(content.toByteArray());
    return result.toByteArray();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
