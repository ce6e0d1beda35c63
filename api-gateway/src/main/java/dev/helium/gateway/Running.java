package dev.helium.gateway;

import dev.helium.gateway.http.ApiServer;
import dev.helium.log.CommandLog;
import dev.helium.log.EventArchive;
import dev.helium.log.LedgerFollower;
import dev.helium.view.ViewMember;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** The parts of a gateway that runs. */
record Running(
    Vertx vertx,
    ApiServer server,
    Projection projection,
    LedgerFollower ledger,
    CommandLog log,
    EventArchive archive,
    ViewMember member) {

  /** What waits is answered first, then nothing new is taken, then the parts below go. */
  Future<Void> stop() {
    member.endWaiting();
    return server
        .drain()
        .eventually(projection::close)
        .eventually(ledger::close)
        .eventually(log::close)
        .eventually(archive::close)
        .eventually(member::close);
  }
}
