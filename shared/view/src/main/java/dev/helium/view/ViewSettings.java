package dev.helium.view;

import java.util.List;
import java.util.Objects;

/**
 * Where a member of the view listens and whom it joins.
 *
 * @param bind the address that other members use; {@code 0.0.0.0} listens on all
 * @param port the first port that is tried, of {@value #PORTS}; 0 takes any free one
 * @param members {@code host} or {@code host:port} of other members; empty to stand alone
 */
public record ViewSettings(String bind, int port, List<String> members) {
  static final int PORTS = 20;

  public ViewSettings {
    Objects.requireNonNull(bind, "bind");
    members = List.copyOf(members);
    if (port < 0 || port > 65_535 - PORTS) {
      throw new IllegalArgumentException("the port must be between 0 and " + (65_535 - PORTS));
    }
  }

  boolean bindsEverywhere() {
    return bind.equals("0.0.0.0");
  }
}
