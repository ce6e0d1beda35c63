package dev.helium.gateway.guard;

import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemKind;
import dev.helium.gateway.http.Sheds;
import io.vertx.core.Handler;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.util.Locale;

/**
 * Answers only to names of this machine. Where no token is asked for, a page in a browser could
 * otherwise let a name of its own lead here and do as it likes (DNS rebinding).
 */
public final class LocalNames implements Handler<RoutingContext> {
  private final Sheds sheds;

  public LocalNames(Sheds sheds) {
    this.sheds = sheds;
  }

  @Override
  public void handle(RoutingContext context) {
    HostAndPort named = context.request().authority();
    if (named != null && isLocal(named.host())) {
      context.next();
    } else {
      sheds.count(Sheds.Reason.HOST);
      context.fail(
          Problem.of(
                  ProblemKind.MISDIRECTED,
                  "While no token is asked for, only names of this machine are answered to.")
              .exception());
    }
  }

  /** Nothing is resolved: a name that is not known to be local is not. */
  static boolean isLocal(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    if (name.equals("localhost") || name.endsWith(".localhost")) {
      return true;
    }
    String literal =
        name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
    try {
      return InetAddress.ofLiteral(literal).isLoopbackAddress();
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }
}
