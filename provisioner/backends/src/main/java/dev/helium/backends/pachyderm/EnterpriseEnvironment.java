package dev.helium.backends.pachyderm;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;

/** What a server is told of its licence and its logins; nothing without a licence. */
final class EnterpriseEnvironment {
  private EnterpriseEnvironment() {}

  static void describe(Plan plan, Component server) {
    if (plan.choices().licensed()) {
      licence(plan, server);
    }
    if (plan.choices().logins()) {
      logins(plan, server);
    }
    if (plan.choices().member()) {
      member(plan, server);
    }
  }

  private static void licence(Plan plan, Component server) {
    server
        .secretEnvironment(
            "LICENSE_KEY",
            plan.named("pachd.enterpriseLicenseKeySecretName", EnterpriseSecrets.LICENCE),
            EnterpriseSecrets.LICENCE_KEY)
        .secretEnvironment(
            "ENTERPRISE_SECRET",
            plan.named("pachd.enterpriseSecretSecretName", EnterpriseSecrets.ENTERPRISE),
            EnterpriseSecrets.ENTERPRISE_KEY);
    connectors(plan, server);
    setting(server, "IDP_CONFIG", IdentitySettings.NAME, IdentitySettings.SERVICE);
  }

  private static void connectors(Plan plan, Component server) {
    Identities identities = new Identities(plan);
    if (identities.reference()) {
      server
          .secretEnvironment("AUTH0_CLIENT_ID", identities.auth0Secret(), Identities.AUTH0_CLIENT)
          .secretEnvironment(
              "AUTH0_CLIENT_SECRET", identities.auth0Secret(), Identities.AUTH0_SECRET)
          .environment(
              "IDP_CONNECTORS",
              identities.connectorsByReference("AUTH0_CLIENT_ID", "AUTH0_CLIENT_SECRET"));
    } else {
      server.secretEnvironment(
          "IDP_CONNECTORS",
          plan.named("oidc.upstreamIDPsSecretName", Identities.SECRET),
          Identities.CONNECTORS);
    }
  }

  private static void logins(Plan plan, Component server) {
    Values values = plan.values();
    server
        .environment("ACTIVATE_AUTH", "true")
        .secretEnvironment(
            "AUTH_ROOT_TOKEN", EnterpriseSecrets.tokenSecret(plan), EnterpriseSecrets.ROOT_TOKEN)
        .secretEnvironment("AUTH_CONFIG", EnterpriseSecrets.AUTH, EnterpriseSecrets.SETTINGS)
        .secretEnvironment(
            "AUTH_CLIENT_SECRET",
            plan.named("pachd.oauthClientSecretSecretName", EnterpriseSecrets.AUTH),
            EnterpriseSecrets.CLIENT_SECRET);
    setting(server, "IDP_CLIENTS", IdentitySettings.NAME, IdentitySettings.CLIENTS);
    if (values.has("oidc.additionalClientsSecretName")
        || !values.objects("oidc.additionalClients").isEmpty()) {
      server.secretEnvironment(
          "IDP_ADDITIONAL_CLIENTS",
          plan.named("oidc.additionalClientsSecretName", EnterpriseSecrets.EXTRAS),
          EnterpriseSecrets.EXTRA_CLIENTS);
    }
    if (!values.words("pachd.additionalTrustedPeers").isEmpty()) {
      setting(server, "TRUSTED_PEERS", IdentitySettings.NAME, IdentitySettings.PEERS);
    }
    if (!EnterpriseSecrets.bindings(plan).isEmpty()) {
      server.secretEnvironment(
          "AUTH_CLUSTER_RBAC", EnterpriseSecrets.AUTH, EnterpriseSecrets.BINDINGS);
    }
  }

  private static void member(Plan plan, Component server) {
    server
        .environment("ENTERPRISE_MEMBER", "true")
        .environment(
            "ENTERPRISE_SERVER_ADDRESS", plan.values().text("pachd.enterpriseServerAddress"))
        .secretEnvironment(
            "ENTERPRISE_SERVER_TOKEN",
            plan.named("pachd.enterpriseServerTokenSecretName", EnterpriseSecrets.SERVER_TOKEN),
            EnterpriseSecrets.SERVER_TOKEN);
    setting(server, "ENTERPRISE_MEMBER_CONFIG", IdentitySettings.MEMBER, IdentitySettings.CLUSTER);
  }

  private static void setting(Component server, String variable, String configMap, String key) {
    server.environment(
        new EnvVarBuilder()
            .withName(variable)
            .withNewValueFrom()
            .withNewConfigMapKeyRef(key, configMap, null)
            .endValueFrom()
            .build());
  }
}
