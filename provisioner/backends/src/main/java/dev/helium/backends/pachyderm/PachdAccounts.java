package dev.helium.backends.pachyderm;

import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import java.util.ArrayList;
import java.util.List;

/** What pachd and its workers may do at the API server: pachd makes the pods of pipelines. */
final class PachdAccounts {
  private static final String SERVER = "pachyderm";
  private static final String WORKER = "pachyderm-worker";
  private static final String SERVER_VALUES = "pachd.serviceAccount";
  private static final String WORKER_VALUES = "pachd.worker.serviceAccount";

  private PachdAccounts() {}

  static List<HasMetadata> objects(Plan plan) {
    if (!plan.choices().pachd()) {
      return List.of();
    }
    List<HasMetadata> objects = new ArrayList<>();
    account(plan, SERVER_VALUES, objects);
    account(plan, WORKER_VALUES, objects);
    if (plan.values().flag("pachd.rbac.create")) {
      objects.add(Accounts.role(SERVER, ofServer()));
      objects.add(Accounts.binding(plan, SERVER, server(plan)));
      objects.add(Accounts.role(WORKER, ofWorkers()));
      objects.add(Accounts.binding(plan, WORKER, worker(plan)));
    }
    return objects;
  }

  static String server(Plan plan) {
    return plan.values().text(SERVER_VALUES + ".name");
  }

  static String worker(Plan plan) {
    return plan.values().text(WORKER_VALUES + ".name");
  }

  private static void account(Plan plan, String path, List<HasMetadata> objects) {
    Values values = plan.values().at(path);
    if (values.flag("create")) {
      objects.add(
          new ServiceAccountBuilder(KubernetesObjects.account(values.text("name")))
              .editMetadata()
              .addToAnnotations(values.texts("additionalAnnotations"))
              .endMetadata()
              .build());
    }
  }

  private static List<PolicyRule> ofServer() {
    return List.of(
        core(List.of("pods", "pods/log", "endpoints"), "get", "list", "watch"),
        core(
            List.of("replicationcontrollers", "replicationcontrollers/scale", "services"),
            "get",
            "list",
            "watch",
            "create",
            "update",
            "delete"),
        core(
            List.of("secrets"),
            "get",
            "list",
            "watch",
            "create",
            "update",
            "delete",
            "deletecollection"),
        core(List.of("configmaps"), "get", "update", "create"),
        new PolicyRuleBuilder()
            .withApiGroups("apps")
            .withResources("deployments", "deployments/scale")
            .withVerbs("get", "list", "patch", "update")
            .build());
  }

  private static List<PolicyRule> ofWorkers() {
    return List.of(core(List.of("services", "pods"), "get", "list", "update", "create", "delete"));
  }

  private static PolicyRule core(List<String> resources, String... verbs) {
    return new PolicyRuleBuilder()
        .withApiGroups("")
        .withResources(resources)
        .withVerbs(verbs)
        .build();
  }
}
