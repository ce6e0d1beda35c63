package dev.helium.gateway;

import dev.helium.gateway.access.Gatekeeper;
import dev.helium.gateway.access.Permissions;
import dev.helium.gateway.audit.AuditRetention;
import dev.helium.gateway.audit.AuditTrail;
import dev.helium.gateway.audit.BoundedAudit;
import dev.helium.gateway.audit.ListAudit;
import dev.helium.gateway.http.Contract;
import dev.helium.gateway.identity.Admission;
import dev.helium.gateway.identity.Authentication;
import dev.helium.gateway.identity.Credentials;
import dev.helium.gateway.tokens.ListTokens;
import dev.helium.gateway.workspaces.Ownership;
import dev.helium.log.AuditArchive;
import dev.helium.log.AuditLog;
import dev.helium.service.ServiceContext;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who gets in, what they may do, and what is kept of it.
 *
 * @param admitted is told of whoever was let in
 */
record GatewayAccess(
    Credentials credentials,
    Authentication authentication,
    Permissions permissions,
    Ownership ownership,
    Consumer<RoutingContext> admitted,
    AuditTrail trail,
    AuditRetention retention,
    AuditLog log,
    AuditArchive archive,
    InstantSource clock) {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayAccess.class);
  private static final int LONGEST_CLOSE_SECONDS = 3;

  static GatewayAccess of(
      ServiceContext service,
      GatewaySettings settings,
      Contract contract,
      Ownership ownership,
      Consumer<RoutingContext> admitted,
      Credentials credentials,
      Authentication authentication,
      InstantSource clock) {
    Vertx vertx = service.vertx();
    AuditLog log = new AuditLog(vertx, settings.log());
    return new GatewayAccess(
        credentials,
        authentication,
        Permissions.of(contract),
        ownership,
        admitted,
        new AuditTrail(new BoundedAudit(log::append, service.meters()), clock),
        new AuditRetention(vertx, settings.log(), settings.auditKeep()),
        log,
        new AuditArchive(vertx, settings.log()),
        clock);
  }

  /** Stands before every operation, and is told who asks. */
  Gatekeeper gatekeeper(Admission admission) {
    return new Gatekeeper(admission, permissions, ownership, trail, admitted);
  }

  Map<String, Handler<RoutingContext>> operations() {
    return Map.of(
        "listAudit", new ListAudit(archive), "listTokens", new ListTokens(credentials, clock));
  }

  /** Completes when it is known who asks. */
  Future<Void> start() {
    retention.start();
    return credentials.start();
  }

  /** Once nothing is asked any more; what is on its way to the audit is waited for, shortly. */
  Future<Void> close() {
    retention.close();
    return credentials.close().eventually(archive::close).eventually(this::closeLog);
  }

  private Future<Void> closeLog() {
    return log.close()
        .timeout(LONGEST_CLOSE_SECONDS, TimeUnit.SECONDS)
        .onFailure(failure -> LOG.atWarn().log("the end of the audit may not have reached the log"))
        .otherwiseEmpty();
  }
}
