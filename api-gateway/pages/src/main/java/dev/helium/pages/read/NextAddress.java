package dev.helium.pages.read;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Takes addresses of next pages apart, which the API hands out whole. */
public final class NextAddress {
  private NextAddress() {}

  /** A parameter of an address; empty when it is not there. */
  public static String parameter(String address, String name) {
    String query = address.substring(address.indexOf('?') + 1);
    for (String pair : query.split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
      }
    }
    return "";
  }
}
