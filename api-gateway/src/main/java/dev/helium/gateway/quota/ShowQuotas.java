package dev.helium.gateway.quota;

import dev.helium.domain.FieldError;
import dev.helium.domain.quota.Account;
import dev.helium.domain.quota.Claim;
import dev.helium.domain.quota.Limit;
import dev.helium.domain.quota.QuotaPolicy;
import dev.helium.domain.quota.QuotaRule;
import dev.helium.gateway.http.Answers;
import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemKind;
import dev.helium.gateway.identity.Access;
import dev.helium.gateway.identity.Action;
import dev.helium.gateway.identity.Authentication;
import dev.helium.gateway.identity.Identity;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Shows what an owner may take, and by which workspaces it is taken. */
public final class ShowQuotas implements Handler<RoutingContext> {
  private static final int RETRY_AFTER_SECONDS = 1;
  private static final int LONGEST_OWNER = 254;
  private static final String OWNER = "owner";

  private final QuotaPolicy policy;
  private final ClaimSource source;
  private final InstantSource clock;

  public ShowQuotas(QuotaPolicy policy, ClaimSource source, InstantSource clock) {
    this.policy = policy;
    this.source = source;
    this.clock = clock;
  }

  @Override
  public void handle(RoutingContext context) {
    String owner = owner(context);
    QuotaRule rule = policy.of(owner);
    Instant now = clock.instant();
    Account account = new Account(owner, rule, rule.isNone() ? List.of() : claims(owner), now);
    Answers.json(context, 200, json(account));
  }

  /** Who asks, unless somebody who may ask about others names one. */
  private static String owner(RoutingContext context) {
    Identity identity = Authentication.identity(context);
    String wanted = context.queryParams().get(OWNER);
    if (wanted == null || wanted.equals(identity.name())) {
      return identity.name();
    }
    if (wanted.length() > LONGEST_OWNER) {
      throw Problem.invalid(
              List.of(new FieldError(OWNER, "must have at most " + LONGEST_OWNER + " characters")))
          .exception();
    }
    if (!Access.allows(identity, Action.INSPECT)) {
      throw Problem.of(ProblemKind.FORBIDDEN, "What others may take is shown to operators only.")
          .exception();
    }
    return wanted;
  }

  private List<Claim> claims(String owner) {
    return source
        .claims()
        .orElseThrow(
            () ->
                Problem.unavailable(
                        "What has been taken has not been read to its end yet.",
                        RETRY_AFTER_SECONDS)
                    .exception())
        .stream()
        .filter(claim -> claim.owner().equals(owner))
        .toList();
  }

  private static JsonObject json(Account account) {
    JsonArray limits = new JsonArray();
    account.limits().forEach(limit -> limits.add(json(limit)));
    return new JsonObject()
        .put("Owner", account.owner())
        .put("Quotas", limits)
        .put("AsOf", account.now().toString());
  }

  private static JsonObject json(Limit limit) {
    JsonArray taken = new JsonArray();
    limit
        .shares()
        .forEach(
            share ->
                taken.add(
                    new JsonObject()
                        .put("ID", share.workspace().value())
                        .put("Amount", share.amount())));
    return new JsonObject()
        .put("Resource", limit.resource().word())
        .put("Unit", limit.resource().unit())
        .put("Backend", limit.backend())
        .put("Limit", limit.most())
        .put("Taken", limit.taken())
        .put("Left", limit.left())
        .put("TakenBy", taken);
  }
}
