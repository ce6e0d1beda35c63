package dev.helium.launcher.settings;

import dev.helium.launcher.console.ExitCode;
import dev.helium.launcher.console.UserException;
import java.net.InetAddress;
import java.net.URI;

/** Where a Helium answers: scheme, host and port, and nothing more. */
final class ServerAddress {
  private ServerAddress() {}

  /** A {@link UserException} says what is wrong with it, and who said so. */
  static URI of(Setting setting) {
    try {
      URI address = URI.create(setting.value());
      if (address.getRawUserInfo() != null) {
        // What stands there may be a password, and is not repeated.
        throw wrong(setting.origin() + " must be an address without a user or a password.", null);
      }
      if (isOne(address)) {
        return address;
      }
      throw wrong(rule(setting), null);
    } catch (IllegalArgumentException invalid) {
      throw wrong(rule(setting), invalid);
    }
  }

  /** Whether nobody but this machine hears what is sent there. */
  static boolean isHere(URI address) {
    String host = address.getHost().replaceAll("[\\[\\]]", "");
    try {
      return host.equals("localhost") || InetAddress.ofLiteral(host).isLoopbackAddress();
    } catch (IllegalArgumentException name) {
      return false;
    }
  }

  private static boolean isOne(URI address) {
    return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
        && address.getHost() != null
        && (address.getRawPath().isEmpty() || address.getRawPath().equals("/"))
        && address.getRawQuery() == null
        && address.getRawFragment() == null;
  }

  private static String rule(Setting setting) {
    String shown = setting.value().contains("@") ? "this one" : setting.value();
    return "%s must be an address such as https://helium.example.com:2323, and not %s."
        .formatted(setting.origin(), shown);
  }

  private static UserException wrong(String sentence, Throwable cause) {
    return new UserException(ExitCode.WRONG_USAGE, sentence, cause);
  }
}
