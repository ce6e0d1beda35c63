package dev.helium.backends.helicone;

import dev.helium.backends.product.Values;

/** How auth sends mail, if it does. */
final class Mail {
  private Mail() {}

  static boolean isSent(Values all) {
    return all.has("smtp.secretName") || all.has("smtp.username");
  }

  /** The variables of auth that follow. */
  static Variables variables(Values all) {
    if (!isSent(all)) {
      return Variables.of("auth-without-mail");
    }
    String address = all.has("smtp.adminEmail") ? "auth-with-address" : "auth-without-address";
    return Variables.of("auth-with-mail").and(Variables.of(address));
  }
}
