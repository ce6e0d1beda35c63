package dev.helium.gateway.identity;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * Who asks.
 *
 * @param name as workspaces say it under "created by"
 * @param scopes what they are let do at most, whatever their role
 * @param means by which they proved it
 */
public record Identity(String name, Role role, Set<Action> scopes, Means means) {
  /** No less than the role says. */
  public static final Set<Action> EVERYTHING = Set.copyOf(EnumSet.allOf(Action.class));

  public Identity {
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(means, "means");
    scopes = Set.copyOf(scopes);
    if (name.isEmpty()) {
      throw new IllegalArgumentException("who asks has a name");
    }
  }

  /** With all that the role may do. */
  public Identity(String name, Role role) {
    this(name, role, EVERYTHING, Means.NONE);
  }

  /** The same, who has signed in by these means and comes back. */
  public Identity inSession() {
    return new Identity(name, role, scopes, means.inSession());
  }

  /**
   * Somebody else, for whom this one vouches: may do no more than both may.
   *
   * @param most the role of such people
   */
  Identity vouchingFor(String other, Role most) {
    return new Identity(other, role.orLess(most), scopes, means.forwarding());
  }
}
