package dev.helium.pages.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Addresses of this site that came from outside, such as where to go after signing in. */
public final class LocalPath {
  private static final int MOST = 2_000;

  private LocalPath() {}

  /**
   * The address when it leads nowhere but to this site; empty otherwise. Browsers take {@code //}
   * and {@code /\} for another host, and pass over tabs and line ends.
   */
  public static Optional<String> of(String address) {
    if (address == null
        || address.length() > MOST
        || !address.startsWith("/")
        || address.startsWith("//")
        || address.indexOf('\\') >= 0
        || address.chars().anyMatch(each -> each <= ' ' || each >= 0x7f)) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(address);
      return uri.isAbsolute() || uri.getRawAuthority() != null
          ? Optional.empty()
          : Optional.of(address);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
