package dev.helium.gateway.pages;

import dev.helium.gateway.identity.Access;
import dev.helium.gateway.identity.Action;
import dev.helium.gateway.identity.Identity;
import dev.helium.gateway.identity.Means;
import dev.helium.pages.Visitor;
import dev.helium.wire.TraceParent;
import java.util.Objects;

/**
 * Somebody whom the gateway knows.
 *
 * @param address that they ask from
 * @param trace of the request for the page
 */
record GatewayVisitor(Identity identity, String address, TraceParent trace, String formToken)
    implements Visitor {
  GatewayVisitor {
    Objects.requireNonNull(identity, "identity");
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(trace, "trace");
    Objects.requireNonNull(formToken, "formToken");
  }

  @Override
  public String name() {
    return identity.name();
  }

  @Override
  public String role() {
    return identity.role().word();
  }

  @Override
  public boolean operates() {
    return Access.allows(identity, Action.INSPECT);
  }

  @Override
  public boolean administers() {
    return Access.allows(identity, Action.ADMINISTER);
  }

  @Override
  public boolean canSignOut() {
    return identity.means().kind() == Means.Kind.SESSION;
  }

  @Override
  public String toString() {
    return "GatewayVisitor[" + identity.name() + "]";
  }
}
