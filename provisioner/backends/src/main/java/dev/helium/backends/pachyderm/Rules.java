package dev.helium.backends.pachyderm;

import dev.helium.backends.Problem;
import dev.helium.backends.product.Values;
import java.util.ArrayList;
import java.util.List;

/** What must hold between values. */
final class Rules {
  private static final String DATABASE = "global.postgresql.";
  private static final String STORAGE = "pachd.storage.";

  private final Values values;
  private final Choices choices;
  private final List<Problem> broken = new ArrayList<>();

  private Rules(Values values) {
    this.values = values;
    this.choices = new Choices(values);
  }

  static List<Problem> broken(Values values) {
    Rules rules = new Rules(values);
    rules.servers();
    rules.database();
    rules.storage();
    rules.logins();
    rules.ways();
    return List.copyOf(rules.broken);
  }

  private void servers() {
    if (choices.pachd() == choices.enterpriseServer()) {
      say("pachd.enabled", "must be true, or false when enterpriseServer.enabled is true");
    }
  }

  private void database() {
    boolean elsewhere = !choices.ownDatabase();
    if (choices.ownDatabase() && choices.cloudDatabaseProxy()) {
      say("postgresql.enabled", "must be false when cloudsqlAuthProxy.enabled is true");
    }
    if (choices.cloudDatabaseProxy()) {
      need("cloudsqlAuthProxy.connectionName", "cloudsqlAuthProxy.enabled is true");
    } else if (elsewhere && "postgres".equals(values.text(DATABASE + "postgresqlHost"))) {
      say(
          DATABASE + "postgresqlHost",
          "must name another database when postgresql.enabled is false");
    }
    if (elsewhere
        && !values.flag("cloudsqlAuthProxy.iamLogin")
        && !values.has(DATABASE + "postgresqlPassword")
        && !values.has(DATABASE + "postgresqlExistingSecretName")) {
      say(
          DATABASE + "postgresqlPassword",
          "must be given, or postgresqlExistingSecretName, when postgresql.enabled is false");
    }
  }

  private void storage() {
    if (!choices.pachd() || values.has(STORAGE + "existingSecret")) {
      return;
    }
    switch (choices.storage()) {
      case MINIO -> {
        if (!choices.ownStore()) {
          stored("minio.bucket");
          stored("minio.id");
          stored("minio.secret");
        }
      }
      case GOOGLE -> stored("google.bucket");
      case AMAZON -> {
        stored("amazon.bucket");
        stored("amazon.region");
      }
      case MICROSOFT -> {
        stored("microsoft.container");
        stored("microsoft.id");
      }
      case LOCAL -> {}
    }
  }

  private void stored(String name) {
    need(STORAGE + name, "data is kept there (deployTarget)");
  }

  private void logins() {
    if (choices.auth0()) {
      if (!values.objects("oidc.upstreamIDPs").isEmpty()
          || values.has("oidc.upstreamIDPsSecretName")) {
        say("auth0.issuer", "must not be given together with other providers of oidc");
      }
      if (!values.has("auth0.existingSecret")) {
        need("auth0.clientID", "auth0.issuer is given, or existingSecret");
        need("auth0.clientSecret", "auth0.issuer is given, or existingSecret");
      }
      if (choices.notebooks()) {
        need("auth0.subdomain", "auth0.issuer is given and there are notebooks");
      }
    } else if (choices.licensed()
        && !choices.testLogin()
        && values.objects("oidc.upstreamIDPs").isEmpty()
        && !values.has("oidc.upstreamIDPsSecretName")) {
      say(
          "oidc.upstreamIDPs",
          "must say who knows the users when there is a licence: this, upstreamIDPsSecretName,"
              + " auth0 or mockIDP");
    }
    if (choices.member()) {
      need("pachd.enterpriseServerAddress", "pachd.activateEnterpriseMember is true");
      if (!values.has("pachd.enterpriseServerTokenSecretName")) {
        need("pachd.enterpriseServerToken", "pachd.activateEnterpriseMember is true");
      }
    }
  }

  private void ways() {
    certificate("pachd.tls");
    certificate("enterpriseServer.tls");
    certificate("proxy.tls");
    certificate("ingress.tls");
    if (choices.frontProxy()
        && values.has("oidc.issuerURI")
        && !values.text("oidc.issuerURI").endsWith("/dex")) {
      say("oidc.issuerURI", "must end with /dex when proxy.enabled is true");
    }
  }

  private void certificate(String path) {
    if (values.flag(path + ".enabled")) {
      need(path + ".secretName", path + ".enabled is true");
    }
  }

  private void need(String path, String reason) {
    if (!values.has(path)) {
      say(path, "must be given when " + reason);
    }
  }

  private void say(String path, String rule) {
    broken.add(new Problem(path, rule));
  }
}
