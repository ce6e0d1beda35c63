package dev.helium.backends.pachyderm;

import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Secrets of the server: its licence, its logins, and what it calls itself. */
final class EnterpriseSecrets {
  static final String LICENCE = "pachyderm-license";
  static final String LICENCE_KEY = "enterprise-license-key";
  static final String ENTERPRISE = "pachyderm-enterprise";
  static final String ENTERPRISE_KEY = "enterprise-secret";
  static final String AUTH = "pachyderm-auth";
  static final String ROOT_TOKEN = "root-token";
  static final String CLIENT_SECRET = "pachd-oauth-client-secret";
  static final String SETTINGS = "auth-config";
  static final String BINDINGS = "cluster-role-bindings";
  static final String EXTRAS = "pachyderm-identity-extras";
  static final String EXTRA_CLIENTS = "additional-oidc-clients";
  static final String SERVER_TOKEN = "enterprise-server-token";

  private EnterpriseSecrets() {}

  static List<HasMetadata> objects(Plan plan) {
    Values values = plan.values();
    List<HasMetadata> secrets = new ArrayList<>();
    add(
        secrets,
        Pachd.DEPLOYMENT_ID,
        Map.of("CLUSTER_DEPLOYMENT_ID", plan.given("pachd.clusterDeploymentID", Keys.DEPLOYMENT)));
    if (plan.choices().licensed() && !values.has("pachd.enterpriseLicenseKeySecretName")) {
      add(secrets, LICENCE, Map.of(LICENCE_KEY, values.text("pachd.enterpriseLicenseKey")));
    }
    if (plan.choices().licensed() && !values.has("pachd.enterpriseSecretSecretName")) {
      add(
          secrets,
          ENTERPRISE,
          Map.of(ENTERPRISE_KEY, plan.given("pachd.enterpriseSecret", Keys.ENTERPRISE)));
    }
    Identities identities = new Identities(plan);
    if (identities.own()) {
      add(secrets, Identities.SECRET, identities.content());
    }
    if (plan.choices().logins()) {
      add(secrets, AUTH, logins(plan));
      if (!values.objects("oidc.additionalClients").isEmpty()) {
        add(
            secrets,
            EXTRAS,
            Map.of(
                EXTRA_CLIENTS,
                Documents.of(
                    values.objects("oidc.additionalClients").stream().map(Values::tree).toList())));
      }
    }
    if (plan.choices().member() && values.has("pachd.enterpriseServerToken")) {
      add(secrets, SERVER_TOKEN, Map.of(SERVER_TOKEN, values.text("pachd.enterpriseServerToken")));
    }
    return secrets;
  }

  /** The one that holds the token of whoever may do everything. */
  static String tokenSecret(Plan plan) {
    return plan.named("pachd.rootTokenSecretName", AUTH);
  }

  private static void add(List<HasMetadata> secrets, String name, Map<String, String> content) {
    secrets.add(KubernetesObjects.secret(name, content));
  }

  private static Map<String, String> logins(Plan plan) {
    Map<String, String> content = new LinkedHashMap<>();
    if (!plan.values().has("pachd.rootTokenSecretName")) {
      content.put(ROOT_TOKEN, plan.given("pachd.rootToken", Keys.ROOT_TOKEN));
    }
    if (!plan.values().has("pachd.oauthClientSecretSecretName")) {
      content.put(CLIENT_SECRET, plan.given("pachd.oauthClientSecret", Keys.PACHD_CLIENT));
    }
    content.put(SETTINGS, Documents.of(settings(plan)));
    Map<String, Object> bindings = bindings(plan);
    if (!bindings.isEmpty()) {
      content.put(BINDINGS, Documents.of(bindings));
    }
    return content;
  }

  /** Who may do what from the beginning; the test user may do everything. */
  static Map<String, Object> bindings(Plan plan) {
    Map<String, Object> bindings = new LinkedHashMap<>();
    if (plan.choices().testLogin()) {
      bindings.put(Identities.TEST_USER, List.of("clusterAdmin"));
    }
    bindings.putAll(plan.values().at("pachd.pachAuthClusterRoleBindings").tree());
    return bindings;
  }

  private static Map<String, Object> settings(Plan plan) {
    Values oidc = plan.values().at("oidc");
    String local = plan.named("pachd.localhostIssuer", String.valueOf(!plan.choices().member()));
    return Documents.tree(
        "client_id",
        plan.values().text("pachd.oauthClientID"),
        "issuer",
        plan.addresses().issuer(),
        "localhost_issuer",
        Boolean.valueOf(local),
        "require_email_verified",
        oidc.flag("requireVerifiedEmail"),
        "user_accessible_issuer_host",
        plan.addresses().issuerHostForUsers(),
        "redirect_uri",
        plan.addresses().pachdCallback(),
        "scopes",
        List.of("email", "profile", "groups", "openid"));
  }
}
