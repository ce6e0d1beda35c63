package dev.helium.backends.helicone;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys of Supabase: <a href="https://www.rfc-editor.org/rfc/rfc7519">JSON web tokens</a> that name
 * a role of the database, good for five years. The same secret and instant give the same key.
 */
final class Tokens {
  private static final int YEARS = 5;
  private static final String ALGORITHM = "HmacSHA256";
  private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

  private Tokens() {}

  static String of(String role, String secret, Instant issuedAt) {
    long until = issuedAt.atZone(ZoneOffset.UTC).plusYears(YEARS).toEpochSecond();
    String claims =
        "{\"role\":\"%s\",\"iss\":\"supabase\",\"iat\":%d,\"exp\":%d}"
            .formatted(role, issuedAt.getEpochSecond(), until);
    String signed = encoded(bytes(HEADER)) + "." + encoded(bytes(claims));
    return signed + "." + encoded(signature(signed, secret));
  }

  private static byte[] signature(String signed, String secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(bytes(secret), ALGORITHM));
      return mac.doFinal(bytes(signed));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
