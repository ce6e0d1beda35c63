package dev.helium.gateway.webhook.address;

import dev.helium.network.InsideAddresses;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * Says to which addresses events for a destination may go. Whoever connects has to connect to one
 * of them, and may not look the name up again: it might lead elsewhere by then.
 */
public final class Destinations {
  private final AllowedInside allowed;
  private final Lookups lookups;

  public Destinations(Vertx vertx, AllowedInside allowed, HostNames names) {
    this.allowed = allowed;
    this.lookups = new Lookups(vertx, names);
  }

  /**
   * At least one address, in the order in which they are to be tried. Fails with a {@link
   * RefusedDestinationException} after 5 s at most; one address that may not be called is enough
   * for that.
   */
  public Future<List<InetSocketAddress>> addresses(Destination destination) {
    return destination
        .address()
        .map(address -> Future.succeededFuture(List.of(address)))
        .orElseGet(() -> lookups.of(destination.host()))
        // Without the name, so that nobody can look it up again.
        .map(found -> found.stream().map(InsideAddresses::plain).toList())
        .compose(found -> checked(destination, found));
  }

  public Future<Void> close() {
    return lookups.close();
  }

  private Future<List<InetSocketAddress>> checked(Destination destination, List<InetAddress> all) {
    return all.stream()
        .flatMap(address -> refusal(destination, address).stream())
        .findFirst()
        .map(
            why ->
                Future.<List<InetSocketAddress>>failedFuture(new RefusedDestinationException(why)))
        .orElseGet(
            () ->
                Future.succeededFuture(
                    all.stream()
                        .map(address -> new InetSocketAddress(address, destination.port()))
                        .toList()));
  }

  private Optional<String> refusal(Destination destination, InetAddress address) {
    if (allowed.allows(destination.host(), address)) {
      return Optional.empty();
    }
    Optional<String> inside = InsideAddresses.why(address);
    if (inside.isPresent()) {
      return Optional.of("leads to an address that may not be called: " + inside.get());
    }
    return destination.secure()
        ? Optional.empty()
        : Optional.of("must begin with https, unless its host is allowed inside");
  }
}
