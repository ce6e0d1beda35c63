package dev.helium.gateway.signin;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A sign-in that is under way at the issuer, as the browser keeps it meanwhile.
 *
 * @param state that the issuer sends back
 * @param nonce that its token says
 * @param verifier that proves that the code was asked for here
 * @param redirect where the issuer sends people back to
 * @param next where they want to go then
 */
record StartedSignIn(
    String state, String nonce, String verifier, String redirect, String next, Instant at) {
  /** How long somebody may take at the issuer. */
  static final Duration LONGEST = Duration.ofMinutes(10);

  StartedSignIn {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(nonce, "nonce");
    Objects.requireNonNull(verifier, "verifier");
    Objects.requireNonNull(redirect, "redirect");
    Objects.requireNonNull(next, "next");
  }

  boolean isLate(Instant now) {
    return !now.isBefore(at.plus(LONGEST));
  }

  JsonObject json() {
    return new JsonObject()
        .put("state", state)
        .put("nonce", nonce)
        .put("verifier", verifier)
        .put("redirect", redirect)
        .put("next", next)
        .put("at", at.getEpochSecond());
  }

  static StartedSignIn of(JsonObject json) {
    return new StartedSignIn(
        json.getString("state"),
        json.getString("nonce"),
        json.getString("verifier"),
        json.getString("redirect"),
        json.getString("next"),
        Instant.ofEpochSecond(json.getLong("at")));
  }

  @Override
  public String toString() {
    return "StartedSignIn[next=" + next + "]";
  }
}
