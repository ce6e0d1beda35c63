package dev.helium.gateway.audit;

import dev.helium.domain.AuditEntry;
import dev.helium.gateway.http.ClientAddress;
import dev.helium.gateway.http.ProblemException;
import dev.helium.gateway.http.ProblemKind;
import dev.helium.gateway.http.RequestRecorder;
import dev.helium.gateway.identity.Authentication;
import dev.helium.gateway.identity.Identity;
import dev.helium.gateway.identity.Means;
import dev.helium.gateway.identity.Rejected;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/**
 * Notes each request that was to change something, and each that was turned away, once it has been
 * answered.
 */
public final class AuditTrail {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int LOWEST_PROBLEM = 400;

  private final BoundedAudit audit;
  private final AttemptLimit attempts;
  private final InstantSource clock;

  public AuditTrail(BoundedAudit audit, InstantSource clock) {
    this.audit = audit;
    this.attempts = new AttemptLimit(clock);
    this.clock = clock;
  }

  /** Has a request noted when it ends. */
  public void follow(RoutingContext context) {
    // Known only as long as somebody is connected.
    String address = ClientAddress.of(context);
    context.addEndHandler(
        ended ->
            note(
                context,
                address,
                ended.succeeded() ? context.response().getStatusCode() : AuditEntry.UNANSWERED));
  }

  private void note(RoutingContext context, String address, int status) {
    if (status == UNAUTHORIZED && !attempts.allows()) {
      audit.lost(Loss.TOO_MANY_ATTEMPTS);
    } else if (AuditNotes.isAsked(context) || isToBeNoted(context.request().method(), status)) {
      audit.append(entry(context, address, status));
    }
  }

  private static boolean isToBeNoted(HttpMethod method, int status) {
    return !method.equals(HttpMethod.GET) || status == UNAUTHORIZED || status == FORBIDDEN;
  }

  private AuditEntry entry(RoutingContext context, String address, int status) {
    Optional<Identity> identity = Optional.ofNullable(Authentication.identity(context));
    Optional<Rejected> rejected = Rejected.in(context);
    Means means =
        identity.map(Identity::means).or(() -> rejected.map(Rejected::means)).orElse(Means.NONE);
    return new AuditEntry(
        "audit-" + UUID.randomUUID(),
        clock.instant(),
        identity.map(Identity::name).or(() -> rejected.map(Rejected::name)).orElse(""),
        identity.map(each -> each.role().word()).orElse(""),
        means.kind().word(),
        means.credential(),
        RequestRecorder.operation(context),
        AuditNotes.workspace(context),
        AuditNotes.command(context),
        status,
        problem(context, status),
        address);
  }

  private static String problem(RoutingContext context, int status) {
    if (status < LOWEST_PROBLEM) {
      return "";
    }
    return context.failure() instanceof ProblemException known
        ? known.problem().kind().type()
        : ProblemKind.of(status).type();
  }
}
