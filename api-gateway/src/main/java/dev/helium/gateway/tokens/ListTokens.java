package dev.helium.gateway.tokens;

import dev.helium.gateway.http.Answers;
import dev.helium.gateway.identity.Action;
import dev.helium.gateway.identity.Credentials;
import dev.helium.gateway.identity.HandedToken;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;

/** Lists who has which token and what it is good for; nothing that it could be recognised by. */
public final class ListTokens implements Handler<RoutingContext> {
  private final Credentials credentials;
  private final InstantSource clock;

  public ListTokens(Credentials credentials, InstantSource clock) {
    this.credentials = credentials;
    this.clock = clock;
  }

  @Override
  public void handle(RoutingContext context) {
    Instant now = clock.instant();
    JsonArray tokens = new JsonArray();
    credentials.handedTokens().forEach(token -> tokens.add(json(token, now)));
    Answers.json(
        context,
        200,
        new JsonObject()
            .put("Tokens", tokens)
            .put("DevelopmentToken", credentials.includeDevelopmentToken())
            .put("AsOf", now.toString()));
  }

  private static JsonObject json(HandedToken token, Instant now) {
    JsonArray scopes = new JsonArray();
    token.scopes().stream().sorted().map(Action::word).forEach(scopes::add);
    JsonObject json =
        new JsonObject()
            .put("ID", token.id())
            .put("Name", token.name())
            .put("Role", token.role().word())
            .put("Scopes", scopes);
    token.expires().ifPresent(expires -> json.put("Expires", expires.toString()));
    return json.put("Expired", token.isExpired(now));
  }
}
