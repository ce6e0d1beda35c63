package dev.helium.gateway.webhook;

import dev.helium.domain.webhook.Webhook;
import dev.helium.domain.webhook.WebhookId;
import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemKind;
import dev.helium.gateway.identity.Access;
import dev.helium.gateway.identity.Action;
import dev.helium.gateway.identity.Authentication;
import dev.helium.gateway.identity.Identity;
import dev.helium.gateway.webhook.delivery.WebhookDelivery;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * Which webhooks somebody may see and change: users their own, operators see all, administrators
 * change all. One that somebody may not see is to them as if there were none.
 */
final class WebhookAccess {
  private static final int RETRY_SECONDS = 2;

  private final WebhookDelivery delivery;

  WebhookAccess(WebhookDelivery delivery) {
    this.delivery = delivery;
  }

  /** Who asks; a problem unless they may have webhooks. */
  Identity subscriber(RoutingContext context) {
    require();
    Identity identity = Authentication.identity(context);
    if (!Access.allows(identity, Action.SUBSCRIBE)) {
      throw Problem.of(ProblemKind.FORBIDDEN, "Webhooks are for users, operators and admins.")
          .exception();
    }
    return identity;
  }

  boolean sees(Identity identity, Webhook webhook) {
    return isOwn(identity, webhook) || Access.allows(identity, Action.INSPECT);
  }

  boolean manages(Identity identity, Webhook webhook) {
    return isOwn(identity, webhook) || Access.allows(identity, Action.ADMINISTER);
  }

  /** The webhook that the path names. */
  Webhook seen(RoutingContext context) {
    Identity identity = subscriber(context);
    return find(context.pathParam("id"))
        .filter(webhook -> sees(identity, webhook))
        .orElseThrow(
            () -> Problem.of(ProblemKind.UNKNOWN, "There is no such webhook.").exception());
  }

  /** The same, to be changed. */
  Webhook managed(RoutingContext context) {
    Webhook webhook = seen(context);
    if (!manages(Authentication.identity(context), webhook)) {
      throw Problem.of(
              ProblemKind.FORBIDDEN, "The webhook is somebody else's; an admin may change it.")
          .exception();
    }
    return webhook;
  }

  /** Nothing would be certain before what was kept is read. */
  private void require() {
    if (!delivery.isReady()) {
      throw Problem.unavailable("The webhooks are still being read.", RETRY_SECONDS).exception();
    }
  }

  private Optional<Webhook> find(String text) {
    try {
      return delivery.webhooks().find(new WebhookId(text));
    } catch (IllegalArgumentException notAName) {
      return Optional.empty();
    }
  }

  private static boolean isOwn(Identity identity, Webhook webhook) {
    return Access.allows(identity, Action.SUBSCRIBE) && identity.name().equals(webhook.owner());
  }
}
