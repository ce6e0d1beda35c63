package dev.helium.gateway.identity;

import io.vertx.ext.web.RoutingContext;

/** The one table of who may do what. */
public final class Access {
  private Access() {}

  /** Whether somebody may do that with what nobody in particular owns. */
  public static boolean allows(Identity identity, Action action) {
    return identity.scopes().contains(action) && identity.role().compareTo(least(action)) >= 0;
  }

  /**
   * Whether somebody may do that with what belongs to an owner.
   *
   * @param owner the name of who made it; empty when unknown
   */
  public static boolean allows(Identity identity, Action action, String owner) {
    return allows(identity, action)
        && (action != Action.CHANGE
            || identity.role().compareTo(leastForOthers()) >= 0
            || identity.name().equals(owner));
  }

  /** Whether who asks may do that with what belongs to an owner. */
  public static boolean allows(RoutingContext context, Action action, String owner) {
    return allows(Authentication.identity(context), action, owner);
  }

  /** The role that may do the least of those that may do this with what is their own. */
  public static Role least(Action action) {
    return switch (action) {
      case READ -> Role.VIEWER;
      case CREATE, CHANGE, SUBSCRIBE -> Role.USER;
      case INSPECT -> Role.OPERATOR;
      case ADMINISTER -> Role.ADMIN;
    };
  }

  /** The same for changing what belongs to others. */
  public static Role leastForOthers() {
    return Role.OPERATOR;
  }
}
