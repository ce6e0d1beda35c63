package dev.helium.gateway.identity;

import java.util.Objects;

/**
 * Who asks.
 *
 * @param name as workspaces say it under "created by"
 */
public record Identity(String name) {
  public Identity {
    Objects.requireNonNull(name, "name");
  }
}
