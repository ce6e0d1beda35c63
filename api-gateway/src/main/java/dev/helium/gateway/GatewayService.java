package dev.helium.gateway;

import dev.helium.domain.NameGenerator;
import dev.helium.gateway.http.ApiRouter;
import dev.helium.gateway.http.ApiServer;
import dev.helium.gateway.http.Contract;
import dev.helium.gateway.http.Limits;
import dev.helium.gateway.http.RequestRecorder;
import dev.helium.gateway.workspaces.CaughtUp;
import dev.helium.gateway.workspaces.WorkspaceJson;
import dev.helium.log.CommandLog;
import dev.helium.log.EventArchive;
import dev.helium.log.LedgerFollower;
import dev.helium.service.Service;
import dev.helium.service.ServiceContext;
import dev.helium.view.ViewMember;
import dev.helium.wire.Sealing;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gateway put together: view and log below, HTTP above. */
final class GatewayService implements Service {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayService.class);

  private final GatewaySettings settings;
  private final InstantSource clock;
  private final NameGenerator names;
  private volatile Running running;

  GatewayService(GatewaySettings settings, InstantSource clock, RandomGenerator random) {
    this.settings = settings;
    this.clock = clock;
    this.names = new NameGenerator(random);
  }

  @Override
  public Future<?> start(ServiceContext context) {
    Vertx vertx = context.vertx();
    return Future.all(
            Contract.load(vertx),
            vertx.executeBlocking(() -> Sealing.open(settings.sealingKeys()), false),
            ViewMember.start(vertx, settings.view()))
        .compose(
            parts ->
                start(
                    context, parts.resultAt(0), parts.resultAt(1), parts.<ViewMember>resultAt(2)));
  }

  /** The port that is listened on, once started. */
  int port() {
    return running.server().port();
  }

  /** Where members of the view find this one, once started. */
  String viewAddress() {
    return running.member().address();
  }

  @Override
  public Future<?> stop() {
    Running parts = running;
    return parts == null ? Future.succeededFuture() : parts.stop();
  }

  private Future<?> start(
      ServiceContext context, Contract contract, Sealing sealing, ViewMember member) {
    Vertx vertx = context.vertx();
    CommandLog log = new CommandLog(vertx, settings.log());
    EventArchive archive = new EventArchive(vertx, settings.log());
    LedgerFollower ledger = new LedgerFollower(vertx, settings.log());
    Projection projection = new Projection(context, settings.log(), member, clock);
    ApiRouter router =
        new ApiRouter(
            contract,
            new GatewayOperations(
                    vertx,
                    contract,
                    sealing,
                    log,
                    archive,
                    member,
                    ledger::entries,
                    new CaughtUp(projection::isCaughtUp),
                    names,
                    settings.defaults(),
                    new WorkspaceJson(settings.kubeconfig()),
                    clock)
                .all(),
            settings.authentication(),
            new RequestRecorder(context.meters()));
    ApiServer server = new ApiServer(router, Limits.DEFAULT, settings.bind(), settings.port());
    running = new Running(vertx, server, projection, ledger, log, archive, member);
    projection.start();
    ledger.start();
    return vertx
        .deployVerticle(server)
        .onSuccess(
            ignored ->
                LOG.atInfo()
                    .addKeyValue("host", settings.bind())
                    .addKeyValue("port", server.port())
                    .log("listening"));
  }
}
