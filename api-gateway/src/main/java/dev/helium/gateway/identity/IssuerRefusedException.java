package dev.helium.gateway.identity;

import io.vertx.core.json.JsonObject;
import java.util.regex.Pattern;

/** An issuer answered that it will not. */
final class IssuerRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Pattern WORD = Pattern.compile("[a-z_]{1,40}");

  private final String error;

  private IssuerRefusedException(int status, String error) {
    super(
        "the answer is " + status + (error.isEmpty() ? "" : " (" + error + ")"),
        null,
        false,
        false);
    this.error = error;
  }

  /** Of its answer only the word of RFC 6749, section 5.2, is kept. */
  static IssuerRefusedException of(int status, JsonObject document) {
    return new IssuerRefusedException(
        status,
        document.getValue("error") instanceof String word && WORD.matcher(word).matches()
            ? word
            : "");
  }

  /** Whether it is because of what somebody brought, and not because of Helium. */
  boolean isOfTheCode() {
    return error.equals("invalid_grant");
  }
}
