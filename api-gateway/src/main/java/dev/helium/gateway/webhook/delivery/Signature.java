package dev.helium.gateway.webhook.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Symmetric signatures as Standard Webhooks defines them.
 *
 * @see <a
 *     href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">
 *     the specification</a>
 */
final class Signature {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String VERSION = "v1,";

  private Signature() {}

  /** The value of the header: one signature for each secret, with spaces between them. */
  static String of(List<byte[]> secrets, String id, Instant timestamp, byte[] body) {
    byte[] before = (id + "." + timestamp.getEpochSecond() + ".").getBytes(UTF_8);
    return secrets.stream()
        .map(secret -> VERSION + Base64.getEncoder().encodeToString(sign(secret, before, body)))
        .collect(Collectors.joining(" "));
  }

  private static byte[] sign(byte[] secret, byte[] before, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      mac.update(before);
      return mac.doFinal(body);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has HMAC with SHA-256", impossible);
    }
  }
}
