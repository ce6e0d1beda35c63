package dev.helium.gateway;

import dev.helium.domain.NameGenerator;
import dev.helium.gateway.docs.Documentation;
import dev.helium.gateway.http.ApiRouter;
import dev.helium.gateway.http.ApiServers;
import dev.helium.gateway.http.Contract;
import dev.helium.gateway.http.Operations;
import dev.helium.gateway.http.RequestRecorder;
import dev.helium.gateway.http.WebPages;
import dev.helium.gateway.identity.Authentication;
import dev.helium.gateway.identity.Credentials;
import dev.helium.gateway.identity.SignedIn;
import dev.helium.gateway.listing.FleetMeters;
import dev.helium.gateway.listing.ListingFeed;
import dev.helium.gateway.pages.GatewayPages;
import dev.helium.gateway.pages.PageSource;
import dev.helium.gateway.quota.AdmittedCommands;
import dev.helium.gateway.quota.ShowQuotas;
import dev.helium.gateway.recent.RecentFeed;
import dev.helium.gateway.recent.Shown;
import dev.helium.gateway.stream.EventStream;
import dev.helium.gateway.webhook.WebhookOperations;
import dev.helium.gateway.workspaces.CaughtUp;
import dev.helium.gateway.workspaces.Ownership;
import dev.helium.gateway.workspaces.TracedCommands;
import dev.helium.gateway.workspaces.WorkspaceJson;
import dev.helium.log.AdmittingLog;
import dev.helium.log.BackendFollower;
import dev.helium.log.ClaimsFollower;
import dev.helium.log.EventArchive;
import dev.helium.log.LedgerFollower;
import dev.helium.pages.Pages;
import dev.helium.service.Service;
import dev.helium.service.ServiceContext;
import dev.helium.view.ViewMember;
import dev.helium.wire.Sealing;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gateway put together: view and log below, HTTP above. */
final class GatewayService implements Service {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayService.class);

  private final GatewaySettings settings;
  private final InstantSource clock;
  private final NameGenerator names;
  private final RandomGenerator random;
  private final PageSource pageSource;
  private volatile Running running;

  GatewayService(GatewaySettings settings, InstantSource clock, RandomGenerator random) {
    this(settings, clock, random, (api, visitors) -> new Pages(api, visitors, clock)::mount);
  }

  /** With other pages. */
  GatewayService(
      GatewaySettings settings,
      InstantSource clock,
      RandomGenerator random,
      PageSource pageSource) {
    this.settings = settings;
    this.clock = clock;
    this.names = new NameGenerator(random);
    this.random = random;
    this.pageSource = pageSource;
  }

  @Override
  public Future<?> start(ServiceContext context) {
    return Guard.create(settings.guard(), context).compose(guard -> start(context, guard));
  }

  /** The port that is listened on, once started. */
  int port() {
    return running.servers().port();
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

  private Future<Void> start(ServiceContext context, Guard guard) {
    Vertx vertx = context.vertx();
    return Future.all(
            Contract.load(vertx),
            vertx.executeBlocking(() -> Sealing.open(settings.sealingKeys()), false),
            Documentation.load(vertx),
            ViewMember.start(vertx, settings.view()))
        .compose(
            parts ->
                // Clients of the log are made in it, which takes longer than an event loop may be
                // held up.
                vertx.executeBlocking(
                    () ->
                        begun(
                            context,
                            parts.resultAt(0),
                            parts.resultAt(1),
                            parts.resultAt(2),
                            guard,
                            parts.<ViewMember>resultAt(3)),
                    false))
        .compose(parts -> listen(parts, guard));
  }

  /** All parts, of which those begin that wait for nobody. Blocks. */
  private Running begun(
      ServiceContext context,
      Contract contract,
      Sealing sealing,
      Documentation documentation,
      Guard guard,
      ViewMember member) {
    Vertx vertx = context.vertx();
    AdmittingLog log = new AdmittingLog(vertx, settings.log(), settings.quotas());
    ClaimsFollower claims = new ClaimsFollower(vertx, settings.log());
    EventArchive archive = new EventArchive(vertx, settings.log());
    LedgerFollower ledger = new LedgerFollower(vertx, settings.log());
    BackendFollower backends = new BackendFollower(vertx, settings.log());
    Shown shown = new Shown();
    Projection projection = new Projection(context, settings.log(), member, shown, clock);
    CaughtUp caughtUp = new CaughtUp(projection::isCaughtUp);
    WorkspaceJson json = new WorkspaceJson(settings.kubeconfig());
    ListingFeed listing = new ListingFeed(vertx, member.views(), json, caughtUp);
    Credentials credentials =
        Credentials.of(vertx, settings.authentication(), clock, context.health(), context.meters());
    Optional<Browsers> browsers =
        settings
            .pages()
            .map(
                each ->
                    Browsers.of(
                        vertx, each, sealing, member.endedSessions(), credentials, clock, random));
    GatewayAccess access =
        GatewayAccess.of(
            context,
            settings,
            contract,
            new Ownership(member.views(), caughtUp),
            guard::admit,
            credentials,
            new Authentication(
                credentials,
                settings.authentication(),
                browsers.<SignedIn>map(Browsers::sessions).orElse(SignedIn.NOBODY)),
            clock);
    RecentFeed recent =
        new RecentFeed(
            context,
            settings.log(),
            settings.stream().kept(),
            member.views(),
            archive,
            shown,
            projection::isCaughtUp);
    WebhookOperations webhooks =
        new WebhookOperations(
            context,
            settings.log(),
            member.views(),
            recent,
            sealing,
            settings.webhooks(),
            clock,
            random,
            projection::isCaughtUp);
    PastOperations past = PastOperations.of(vertx, settings, clock);
    EventStream stream =
        new EventStream(
            context,
            settings.stream(),
            recent,
            archive,
            caughtUp,
            access.authentication()::admit,
            clock,
            random);
    Operations operations =
        new GatewayOperations(
                vertx,
                contract,
                sealing,
                new TracedCommands(
                    new AdmittedCommands(log, settings.quotas(), member.views(), caughtUp),
                    context.tracing()),
                archive,
                member,
                ledger::entries,
                stream,
                new ShowQuotas(settings.quotas(), claims::claims, clock),
                caughtUp,
                names,
                settings.defaults(),
                json,
                settings.lifetimes(),
                access,
                guard.changes(),
                webhooks,
                past,
                clock,
                new GatewayOperations.Surface(documentation, backends::backends, listing))
            .all();
    RequestRecorder recorder = new RequestRecorder(context.meters(), context.tracing());
    Optional<GatewayPages> pages =
        browsers.map(
            each ->
                each.pages(
                    pageSource,
                    guard,
                    access,
                    recorder,
                    (keeper, guards) ->
                        new ApiRouter(
                            contract, operations, keeper, guards, recorder, WebPages.NONE)));
    ApiRouter router =
        new ApiRouter(
            contract,
            operations,
            access.gatekeeper(access.authentication()),
            guard.handlers(),
            recorder,
            pages.<WebPages>map(each -> each).orElse(WebPages.NONE));
    ApiServers servers = new ApiServers(vertx, router, guard.serverOptions(), guard::watch);
    running =
        new Running(
            vertx,
            guard.draining(),
            servers,
            pages,
            access,
            projection,
            recent,
            stream,
            webhooks,
            past,
            ledger,
            claims,
            backends,
            listing,
            log,
            archive,
            member);
    listing.measure(new FleetMeters(context.meters(), GatewayMeters.names(backends), clock));
    GatewayMeters meters = new GatewayMeters(context.meters());
    meters.readers(projection, recent, archive);
    meters.view(member);
    listing.start();
    projection.start();
    recent.start();
    stream.start();
    ledger.start();
    if (!settings.quotas().isNone()) {
      claims.start();
    }
    backends.start();
    webhooks.start();
    return running;
  }

  private Future<Void> listen(Running parts, Guard guard) {
    ApiServers servers = parts.servers();
    return parts
        .access()
        .start()
        .compose(ignored -> parts.startPages())
        .compose(
            ignored -> servers.listen(settings.bind(), settings.port(), settings.guard().loops()))
        .onSuccess(
            ignored -> {
              guard.listening(servers::present, clock);
              LOG.atInfo()
                  .addKeyValue("host", settings.bind())
                  .addKeyValue("port", servers.port())
                  .log("listening");
            });
  }
}
