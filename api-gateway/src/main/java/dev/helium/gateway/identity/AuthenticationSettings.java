package dev.helium.gateway.identity;

import java.util.List;
import java.util.Objects;

/**
 * How it is found out who asks.
 *
 * @param sources asked one after the other; none when nobody is asked for a token
 * @param proxies whose word about who asks is taken, in addition to their token
 * @param forwarded the role of those whom they name, at most
 */
public record AuthenticationSettings(
    List<CredentialSource> sources, TrustedProxies proxies, Role forwarded) {
  public AuthenticationSettings {
    sources = List.copyOf(sources);
    Objects.requireNonNull(proxies, "proxies");
    Objects.requireNonNull(forwarded, "forwarded");
  }

  /** True when nobody is asked for a token. */
  public boolean isOff() {
    return sources.isEmpty();
  }
}
