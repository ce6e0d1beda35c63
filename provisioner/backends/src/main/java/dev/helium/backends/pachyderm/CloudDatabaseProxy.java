package dev.helium.backends.pachyderm;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import java.util.ArrayList;
import java.util.List;

/** The way to a database of Google Cloud, where one is used. */
final class CloudDatabaseProxy {
  static final String NAME = "cloudsql-auth-proxy";

  private static final String ACCOUNT = "k8s-cloudsql-auth-proxy";
  private static final String PORT = "postgres";

  private CloudDatabaseProxy() {}

  static List<HasMetadata> objects(Plan plan) {
    if (!plan.choices().cloudDatabaseProxy()) {
      return List.of();
    }
    Values values = plan.values().at("cloudsqlAuthProxy");
    Component proxy =
        Pods.of(plan, NAME, Images.of(plan, "cloudsqlAuthProxy.image"), values)
            .command(command(values))
            .port(PORT, values.number("port"))
            .account(ACCOUNT);
    return List.of(
        new ServiceAccountBuilder(KubernetesObjects.account(ACCOUNT))
            .editMetadata()
            .addToAnnotations("iam.gke.io/gcp-service-account", values.text("serviceAccount"))
            .endMetadata()
            .build(),
        proxy.deployment(),
        Labels.inner(
            KubernetesObjects.service(
                NAME, "ClusterIP", proxy, KubernetesObjects.port(PORT, PgBouncer.PORT, PORT))));
  }

  private static String[] command(Values values) {
    List<String> words = new ArrayList<>(List.of("/cloud_sql_proxy"));
    if (values.flag("iamLogin")) {
      words.add("-enable-iam-login");
    }
    words.add(
        "-instances=%s=tcp:0.0.0.0:%d"
            .formatted(values.text("connectionName"), values.number("port")));
    return words.toArray(String[]::new);
  }
}
