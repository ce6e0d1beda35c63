package dev.helium.backends.helm.source;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/**
 * A name and a password for the host that a chart is asked of.
 *
 * @param user empty for none
 */
public record Credentials(String user, String password) {
  public static final Credentials NONE = new Credentials("", "");

  public Credentials {
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
  }

  boolean isNone() {
    return user.isEmpty();
  }

  /** As a request bears them (RFC 7617). */
  String header() {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return isNone() ? "none" : "[secret]";
  }
}
