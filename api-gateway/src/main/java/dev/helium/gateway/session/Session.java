package dev.helium.gateway.session;

import dev.helium.gateway.identity.Identity;
import dev.helium.gateway.identity.Means;
import dev.helium.gateway.identity.Role;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Objects;

/**
 * That somebody has signed in.
 *
 * @param id another one for each sign-in
 * @param signedIn when that was
 * @param issued when the browser was given it anew
 */
record Session(String id, Who who, Instant signedIn, Instant issued) {
  Session {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(who, "who");
    Objects.requireNonNull(signedIn, "signedIn");
    Objects.requireNonNull(issued, "issued");
  }

  /** How they did. */
  sealed interface Who {
    Means means();

    /**
     * Whoever has a token that was handed out here, for as long as it is.
     *
     * @param print tells it from the one that stands in its place later
     */
    record ByToken(Means means, String print) implements Who {
      public ByToken {
        Objects.requireNonNull(means, "means");
        Objects.requireNonNull(print, "print");
      }
    }

    /** Whom an issuer named, with the role that they had then. */
    record ByIssuer(Identity identity) implements Who {
      public ByIssuer {
        Objects.requireNonNull(identity, "identity");
      }

      @Override
      public Means means() {
        return identity.means();
      }
    }
  }

  Session issuedAt(Instant now) {
    return new Session(id, who, signedIn, now);
  }

  JsonObject json() {
    JsonObject json =
        new JsonObject()
            .put("id", id)
            .put("kind", who.means().kind().name())
            .put("credential", who.means().credential())
            .put("signedIn", signedIn.getEpochSecond())
            .put("issued", issued.getEpochSecond());
    return switch (who) {
      case Who.ByToken(Means ignored, String print) -> json.put("print", print);
      case Who.ByIssuer(Identity identity) ->
          json.put("name", identity.name()).put("role", identity.role().word());
    };
  }

  /**
   * Throws a {@link RuntimeException} for what another version wrote and this one does not know.
   */
  static Session of(JsonObject json) {
    Means means =
        new Means(Means.Kind.valueOf(json.getString("kind")), json.getString("credential"));
    return new Session(
        json.getString("id"),
        json.containsKey("print")
            ? new Who.ByToken(means, json.getString("print"))
            : new Who.ByIssuer(
                new Identity(
                    json.getString("name"),
                    Role.of(json.getString("role")).orElseThrow(),
                    Identity.EVERYTHING,
                    means)),
        Instant.ofEpochSecond(json.getLong("signedIn")),
        Instant.ofEpochSecond(json.getLong("issued")));
  }
}
