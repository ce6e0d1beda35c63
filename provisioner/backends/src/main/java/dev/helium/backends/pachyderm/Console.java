package dev.helium.backends.pachyderm;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.Volumes;
import dev.helium.backends.product.WayAnnotations;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The web page of the workspace. */
final class Console {
  static final String NAME = "console";
  static final String HTTP = "console-http";
  static final int PORT = 4000;

  private static final String SECRET = "pachyderm-console-secret";
  private static final String KEY = "OAUTH_CLIENT_SECRET";
  private static final String EXISTING = "console.config.oauthClientSecretSecretName";

  private Console() {}

  static List<HasMetadata> objects(Plan plan) {
    if (!plan.choices().console()) {
      return List.of();
    }
    List<HasMetadata> objects = new ArrayList<>();
    if (!plan.values().has(EXISTING)) {
      objects.add(
          KubernetesObjects.secret(
              SECRET,
              Map.of(KEY, plan.given("console.config.oauthClientSecret", Keys.CONSOLE_CLIENT))));
    }
    Component console = component(plan);
    objects.add(console.deployment());
    objects.add(service(plan, console));
    return objects;
  }

  /** As whom the console logs in at pachd; told to both. */
  static void client(Plan plan, Component pachd) {
    pachd
        .environment("CONSOLE_OAUTH_ID", plan.values().text("console.config.oauthClientID"))
        .secretEnvironment("CONSOLE_OAUTH_SECRET", plan.named(EXISTING, SECRET), KEY);
  }

  static Component component(Plan plan) {
    Values values = plan.values().at(NAME);
    Addresses addresses = plan.addresses();
    Component console =
        Pods.of(plan, NAME, Images.of(plan, "console.image"), values)
            .before(Waits.until(plan, List.of("pachd-peer/" + Addresses.PACHD_PEER)))
            .port(HTTP, values.number("config.graphqlPort"))
            .environment("ISSUER_URI", addresses.issuer())
            .environment("REACT_APP_RUNTIME_ISSUER_URI", addresses.issuerForBrowsers())
            .environment(
                "REACT_APP_RUNTIME_DISABLE_TELEMETRY", values.text("config.disableTelemetry"))
            .environment("OAUTH_REDIRECT_URI", addresses.consoleCallback())
            .environment("OAUTH_CLIENT_ID", values.text("config.oauthClientID"))
            .environment("OAUTH_PACHD_CLIENT_ID", plan.values().text("pachd.oauthClientID"))
            .environment("GRAPHQL_PORT", values.text("config.graphqlPort"))
            .environment("PACHD_ADDRESS", addresses.pachdPeer())
            .secretEnvironment("OAUTH_CLIENT_SECRET", plan.named(EXISTING, SECRET), KEY)
            .readiness(Probes.http("/", HTTP, Timing.USUAL))
            .liveness(Probes.http("/", HTTP, Timing.USUAL))
            .volume(Volumes.empty("home"))
            .mount("home", "/home/")
            .volume(Volumes.empty("tmp"))
            .mount("tmp", "/tmp/");
    if (!plan.choices().ingress() && !plan.choices().frontProxy()) {
      console.environment(
          "REACT_APP_RUNTIME_SUBSCRIPTIONS_PREFIX",
          ":" + values.text("config.graphqlPort") + "/graphql");
    }
    certificates(plan, console);
    WebProxy.describe(plan, console);
    return console;
  }

  private static void certificates(Plan plan, Component console) {
    if (plan.choices().customCertificates()) {
      console
          .environment("NODE_EXTRA_CA_CERTS", "/pach-tls/certs/root.crt")
          .volume(
              new VolumeBuilder()
                  .withName("pachd-tls-cert")
                  .withNewSecret()
                  .withSecretName(plan.values().text("pachd.tls.secretName"))
                  .addNewItem("tls.crt", null, "root.crt")
                  .endSecret()
                  .build())
          .mount("pachd-tls-cert", "/pach-tls/certs");
    }
  }

  private static Service service(Plan plan, Component console) {
    Values values = plan.values().at("console.service");
    Service service =
        WayAnnotations.annotated(
            KubernetesObjects.service(
                NAME,
                values.text("type"),
                console,
                KubernetesObjects.port(
                    HTTP, plan.values().number("console.config.graphqlPort"), HTTP)),
            values.texts("annotations"));
    return plan.choices().frontProxy()
        ? Labels.inner(service)
        : Labels.wayIn(service, NAME, credentials(plan));
  }

  /** What a person logs in with, where that is not theirs already. */
  static String credentials(Plan plan) {
    return plan.choices().logins() && plan.choices().testLogin() ? Identities.SECRET : "";
  }
}
