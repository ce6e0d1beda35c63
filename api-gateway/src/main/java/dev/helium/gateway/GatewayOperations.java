package dev.helium.gateway;

import dev.helium.domain.LifetimePolicy;
import dev.helium.domain.NameGenerator;
import dev.helium.gateway.backends.BackendSchemas;
import dev.helium.gateway.backends.Backends;
import dev.helium.gateway.backends.ShowBackends;
import dev.helium.gateway.docs.Documentation;
import dev.helium.gateway.expiry.ListExpiries;
import dev.helium.gateway.guard.Places;
import dev.helium.gateway.history.ExplainWorkspace;
import dev.helium.gateway.history.History;
import dev.helium.gateway.history.ListEvents;
import dev.helium.gateway.history.PastWorkspace;
import dev.helium.gateway.history.ShowReceipt;
import dev.helium.gateway.history.ShowTimeline;
import dev.helium.gateway.http.BodyReader;
import dev.helium.gateway.http.Contract;
import dev.helium.gateway.http.Operations;
import dev.helium.gateway.ledger.Ledger;
import dev.helium.gateway.ledger.ListOrphans;
import dev.helium.gateway.listing.ListWorkspaces;
import dev.helium.gateway.listing.ListingFeed;
import dev.helium.gateway.listing.ShowSummary;
import dev.helium.gateway.quota.ShowQuotas;
import dev.helium.gateway.stream.EventStream;
import dev.helium.gateway.webhook.WebhookOperations;
import dev.helium.gateway.workspaces.Answering;
import dev.helium.gateway.workspaces.BoundedCommands;
import dev.helium.gateway.workspaces.CaughtUp;
import dev.helium.gateway.workspaces.ChangeWorkspace;
import dev.helium.gateway.workspaces.Commands;
import dev.helium.gateway.workspaces.CreateDefaults;
import dev.helium.gateway.workspaces.CreateWorkspace;
import dev.helium.gateway.workspaces.DeleteWorkspace;
import dev.helium.gateway.workspaces.Estimates;
import dev.helium.gateway.workspaces.ShowExpired;
import dev.helium.gateway.workspaces.ShowWorkspace;
import dev.helium.gateway.workspaces.Submission;
import dev.helium.gateway.workspaces.WorkspaceJson;
import dev.helium.log.EventArchive;
import dev.helium.view.PastRuns;
import dev.helium.view.ViewMember;
import dev.helium.wire.Sealing;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** What answers each operation of the contract. */
record GatewayOperations(
    Vertx vertx,
    Contract contract,
    Sealing sealing,
    Commands log,
    EventArchive archive,
    ViewMember member,
    Ledger ledger,
    EventStream stream,
    ShowQuotas quotas,
    CaughtUp caughtUp,
    NameGenerator names,
    CreateDefaults defaults,
    WorkspaceJson json,
    LifetimePolicy lifetimes,
    GatewayAccess access,
    Places places,
    WebhookOperations webhooks,
    PastOperations past,
    InstantSource clock,
    Surface surface) {
  private static final Duration LONGEST_APPEND = Duration.ofSeconds(10);

  /**
   * What is there beside the workspaces themselves.
   *
   * @param listing all workspaces, sorted
   */
  record Surface(Documentation documentation, Backends backends, ListingFeed listing) {
    Map<String, Handler<RoutingContext>> handlers(PastRuns runs, LifetimePolicy lifetimes) {
      ShowBackends shown = new ShowBackends(backends, runs, lifetimes);
      return Map.of(
          "listBackends",
          shown::list,
          "getBackend",
          shown::get,
          "getDocumentation",
          documentation::page,
          "getDocumentationFile",
          documentation::file);
    }
  }

  Operations all() {
    Map<String, Handler<RoutingContext>> handlers = new HashMap<>(reads());
    handlers.putAll(changes());
    handlers.put("showQuotas", quotas);
    handlers.put(
        "showSummary", new ShowSummary(vertx, surface.listing(), member.runs(), caughtUp, clock));
    handlers.putAll(surface.handlers(member.runs(), lifetimes));
    handlers.putAll(access.operations());
    handlers.putAll(webhooks.handlers(contract));
    handlers.putAll(past.handlers(contract));
    handlers.putAll(stream.operations());
    handlers.put("getHealth", context -> text(context, "text/plain", "ok\n"));
    handlers.put(
        "getContract",
        context ->
            context.response().putHeader("content-type", "application/yaml").end(contract.text()));
    return new Operations(handlers);
  }

  private Map<String, Handler<RoutingContext>> reads() {
    Estimates estimates = new Estimates(member.runs(), clock);
    Handler<RoutingContext> list = new ListWorkspaces(vertx, surface.listing(), caughtUp);
    Handler<RoutingContext> show =
        new ShowWorkspace(member.views(), caughtUp, json, estimates, contract.text());
    History history = new History(member.views(), archive, caughtUp);
    return Map.of(
        "listWorkspaces",
        list,
        "listWorkspacesInSingular",
        list,
        "getWorkspace",
        new PastWorkspace(history, show, json, clock),
        "getExpired",
        new ShowExpired(member.views(), caughtUp, clock),
        "listEvents",
        new ListEvents(history),
        "explainWorkspace",
        new ExplainWorkspace(history, lifetimes, clock),
        "showTimeline",
        new ShowTimeline(history, estimates, clock),
        "showReceipt",
        new ShowReceipt(history),
        "listExpiries",
        new ListExpiries(member.views(), caughtUp, clock),
        "listOrphans",
        new ListOrphans(ledger));
  }

  private Map<String, Handler<RoutingContext>> changes() {
    Submission submission =
        new Submission(
            new BoundedCommands(log, places, LONGEST_APPEND),
            member.views(),
            member.keys(),
            caughtUp,
            clock);
    Answering answering = new Answering(submission, member.views(), json);
    BodyReader bodies = new BodyReader(vertx, CreateWorkspace.LIMITS);
    Handler<RoutingContext> create =
        new CreateWorkspace(
            bodies,
            contract.properties("WorkspaceRequest"),
            new BackendSchemas(surface.backends(), defaults.backend()),
            names,
            sealing,
            answering,
            access.ownership(),
            defaults);
    ChangeWorkspace change = new ChangeWorkspace(bodies, answering, defaults.decisionWait());
    Map<String, Handler<RoutingContext>> handlers = new HashMap<>(ofTheEnd(change));
    handlers.putAll(
        Map.of(
            "createWorkspace",
            create,
            "createWorkspaceInList",
            create,
            "deleteWorkspace",
            new DeleteWorkspace(submission, member.views(), defaults.decisionWait()),
            "extendWorkspace",
            change.extend(contract.properties("ExtendRequest")),
            "retryWorkspace",
            change.retry(),
            "cancelWorkspace",
            change.cancel()));
    return handlers;
  }

  private Map<String, Handler<RoutingContext>> ofTheEnd(ChangeWorkspace change) {
    return Map.of(
        "protectWorkspace",
        change.protect(contract.properties("ProtectRequest")),
        "unprotectWorkspace",
        change.unprotect(),
        "shortenWorkspace",
        change.shorten(contract.properties("ShortenRequest")),
        "reviveWorkspace",
        change.revive(contract.properties("ReviveRequest")));
  }

  private static void text(RoutingContext context, String type, String text) {
    context.response().putHeader("content-type", type).end(text);
  }
}
