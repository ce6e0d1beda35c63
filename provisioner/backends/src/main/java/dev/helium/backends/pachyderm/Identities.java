package dev.helium.backends.pachyderm;

import dev.helium.backends.product.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who knows the users: another provider of identities, or one test user. */
record Identities(Plan plan) {
  static final String SECRET = "pachyderm-identity";
  static final String CONNECTORS = "upstream-idps";
  static final String AUTH0_CLIENT = "client-id";
  static final String AUTH0_SECRET = "client-secret";

  /** Known to the identity service as the address of its test user. */
  static final String TEST_USER = "user:kilgore@kilgore.trout";

  private static final String TEST_NAME = "admin";

  /** Whether the connectors are in a secret of ours. */
  boolean own() {
    return plan.choices().licensed()
        && !plan.values().has("oidc.upstreamIDPsSecretName")
        && !reference();
  }

  /** Whether what opens Auth0 is in a secret that exists. */
  boolean reference() {
    return plan.choices().auth0() && plan.values().has("auth0.existingSecret");
  }

  /** The secret with the keys of Auth0's client. */
  String auth0Secret() {
    return plan.named("auth0.existingSecret", SECRET);
  }

  /** Content of our secret: connectors, and what a person or the notebooks need of them. */
  Map<String, String> content() {
    Map<String, String> content = new LinkedHashMap<>();
    content.put(CONNECTORS, connectors("clientID", "clientSecret"));
    if (plan.choices().auth0()) {
      content.putAll(auth0Client());
    }
    if (plan.choices().testLogin()) {
      content.put("username", TEST_NAME);
      content.put("password", plan.setting().secrets().value(Keys.TEST_LOGIN));
    }
    return content;
  }

  Map<String, String> auth0Client() {
    return Map.of(
        AUTH0_CLIENT, plan.values().text("auth0.clientID"),
        AUTH0_SECRET, plan.values().text("auth0.clientSecret"));
  }

  /** With the names of variables in the places of what is secret. */
  String connectorsByReference(String client, String secret) {
    return Documents.of(List.of(auth0("$(" + client + ")", "$(" + secret + ")")));
  }

  private String connectors(String client, String secret) {
    Values auth0 = plan.values().at("auth0");
    if (plan.choices().auth0()) {
      return Documents.of(List.of(auth0(auth0.text(client), auth0.text(secret))));
    }
    if (plan.choices().testLogin()) {
      return Documents.of(List.of(testLogin()));
    }
    return Documents.of(
        plan.values().objects("oidc.upstreamIDPs").stream().map(Values::tree).toList());
  }

  private Map<String, Object> auth0(String client, String secret) {
    return Map.of(
        "id",
        "auth0",
        "name",
        "auth0",
        "type",
        "oidc",
        "config",
        Map.of(
            "issuer",
            plan.values().text("auth0.issuer"),
            "clientID",
            client,
            "clientSecret",
            secret,
            "redirectURI",
            plan.addresses().upstreamCallback()));
  }

  private Map<String, Object> testLogin() {
    return Map.of(
        "id",
        "test",
        "name",
        "test",
        "type",
        "mockPassword",
        "config",
        Map.of("username", TEST_NAME, "password", plan.setting().secrets().value(Keys.TEST_LOGIN)));
  }
}
