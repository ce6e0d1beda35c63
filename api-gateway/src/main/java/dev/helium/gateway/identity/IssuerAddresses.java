package dev.helium.gateway.identity;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * What an issuer says about where it is asked for what.
 *
 * @param keys that it signs with
 * @param authorization where people are sent to sign in
 * @param token where it is asked what they bring back
 * @param endSession where people are sent to sign out
 * @param secretInForm whether it takes a client's secret only among the fields of a form
 */
record IssuerAddresses(
    URI keys,
    Optional<URI> authorization,
    Optional<URI> token,
    Optional<URI> endSession,
    boolean secretInForm) {
  private static final String BASIC = "client_secret_basic";
  private static final String POST = "client_secret_post";

  IssuerAddresses {
    Objects.requireNonNull(keys, "keys");
  }

  /**
   * @param discovery what the issuer publishes about itself
   * @throws IllegalStateException when it is not this issuer's, or does not say where its keys are
   */
  static IssuerAddresses of(URI issuer, JsonObject discovery) {
    if (!issuer.toString().equals(discovery.getValue("issuer"))) {
      throw new IllegalStateException("the issuer calls itself otherwise than it is called here");
    }
    return new IssuerAddresses(
        address(issuer, discovery, "jwks_uri")
            .orElseThrow(
                () -> new IllegalStateException("the issuer does not say where its keys are")),
        safe(issuer, discovery, "authorization_endpoint"),
        safe(issuer, discovery, "token_endpoint"),
        safe(issuer, discovery, "end_session_endpoint"),
        discovery.getValue("token_endpoint_auth_methods_supported") instanceof JsonArray methods
            && !methods.contains(BASIC)
            && methods.contains(POST));
  }

  private static Optional<URI> address(URI issuer, JsonObject discovery, String name) {
    if (discovery.getValue(name) instanceof String address) {
      try {
        return Optional.of(issuer.resolve(address));
      } catch (IllegalArgumentException notAnAddress) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Neither people nor secrets are sent anywhere else. */
  private static Optional<URI> safe(URI issuer, JsonObject discovery, String name) {
    return address(issuer, discovery, name).filter(SafeAddress::isSafe);
  }
}
