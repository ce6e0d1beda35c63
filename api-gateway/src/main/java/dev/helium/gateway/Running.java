package dev.helium.gateway;

import dev.helium.gateway.guard.Draining;
import dev.helium.gateway.http.ApiServers;
import dev.helium.gateway.listing.ListingFeed;
import dev.helium.gateway.pages.GatewayPages;
import dev.helium.gateway.recent.RecentFeed;
import dev.helium.gateway.stream.EventStream;
import dev.helium.gateway.webhook.WebhookOperations;
import dev.helium.log.AdmittingLog;
import dev.helium.log.BackendFollower;
import dev.helium.log.ClaimsFollower;
import dev.helium.log.EventArchive;
import dev.helium.log.LedgerFollower;
import dev.helium.view.ViewMember;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;

/** The parts of a gateway that runs. */
record Running(
    Vertx vertx,
    Draining draining,
    ApiServers servers,
    Optional<GatewayPages> pages,
    GatewayAccess access,
    Projection projection,
    RecentFeed recent,
    EventStream stream,
    WebhookOperations webhooks,
    PastOperations past,
    LedgerFollower ledger,
    ClaimsFollower claims,
    BackendFollower backends,
    ListingFeed listing,
    AdmittingLog log,
    EventArchive archive,
    ViewMember member) {

  /** Completes when pages can be made, if there are any. */
  Future<Void> startPages() {
    return pages.map(GatewayPages::start).orElseGet(Future::succeededFuture);
  }

  private Future<Void> closePages() {
    return pages.map(GatewayPages::close).orElseGet(Future::succeededFuture);
  }

  /**
   * It is said first; then what waits is answered and nothing new is taken, and then the parts
   * below go.
   */
  Future<Void> stop() {
    listing.close();
    return draining
        .announce()
        .onComplete(ignored -> member.endWaiting())
        .eventually(stream::drain)
        .eventually(servers::drain)
        .eventually(this::closePages)
        .eventually(access::close)
        .eventually(webhooks::close)
        .eventually(past::close)
        .eventually(recent::close)
        .eventually(projection::close)
        .eventually(ledger::close)
        .eventually(claims::close)
        .eventually(backends::close)
        .eventually(log::close)
        .eventually(archive::close)
        .eventually(member::close);
  }
}
