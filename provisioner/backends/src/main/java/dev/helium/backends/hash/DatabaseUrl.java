package dev.helium.backends.hash;

import dev.helium.backends.product.Values;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of databases with a user's name and password in them: secrets. */
final class DatabaseUrl {
  private DatabaseUrl() {}

  static String of(Values values, String user, String password, String database) {
    return "postgres://%s:%s@%s:%d/%s"
        .formatted(
            encoded(user),
            encoded(password),
            values.text("pg.host"),
            values.number("pg.port"),
            database);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
