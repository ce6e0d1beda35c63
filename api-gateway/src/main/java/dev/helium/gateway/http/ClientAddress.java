package dev.helium.gateway.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The address that somebody asks from, also where this process asks itself for them. */
public final class ClientAddress {
  private static final String KEY = "helium.address";

  private ClientAddress() {}

  /** Says for whom it is asked, instead of who is connected. */
  public static void put(RoutingContext context, String address) {
    context.put(KEY, address);
  }

  /** Known only as long as somebody is connected; empty when it is not. */
  public static String of(RoutingContext context) {
    String said = context.get(KEY);
    return said != null
        ? said
        : Optional.ofNullable(context.request().remoteAddress())
            .map(remote -> String.valueOf(remote.hostAddress()))
            .orElse("");
  }
}
