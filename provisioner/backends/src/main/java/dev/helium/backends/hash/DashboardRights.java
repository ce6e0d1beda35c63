package dev.helium.backends.hash;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import java.util.List;

/**
 * What the dashboard may: look at the workspace's own namespace, but not into secrets. The chart
 * makes every service account of the cluster its administrator instead.
 */
final class DashboardRights {
  static final List<String> OWN_SECRETS =
      List.of("kubernetes-dashboard-csrf", "kubernetes-dashboard-key-holder");

  private static final String GROUP = "rbac.authorization.k8s.io";

  private DashboardRights() {}

  static List<HasMetadata> objects(Plan plan) {
    return List.of(
        new RoleBuilder()
            .withNewMetadata()
            .withName(Names.DASHBOARD)
            .endMetadata()
            .withRules(
                new PolicyRuleBuilder()
                    .withApiGroups("")
                    .withResources("secrets")
                    .withResourceNames(OWN_SECRETS)
                    .withVerbs("get", "update")
                    .build(),
                looking(
                    "",
                    "pods",
                    "pods/log",
                    "services",
                    "endpoints",
                    "configmaps",
                    "events",
                    "persistentvolumeclaims",
                    "resourcequotas",
                    "limitranges"),
                looking("apps", "deployments", "replicasets", "statefulsets", "daemonsets"),
                looking("batch", "jobs", "cronjobs"),
                looking("networking.k8s.io", "ingresses"))
            .build(),
        new RoleBindingBuilder()
            .withNewMetadata()
            .withName(Names.DASHBOARD)
            .endMetadata()
            .withNewRoleRef(GROUP, "Role", Names.DASHBOARD)
            .addNewSubject()
            .withKind("ServiceAccount")
            .withName(Names.DASHBOARD)
            .withNamespace(plan.namespace())
            .endSubject()
            .build());
  }

  private static PolicyRule looking(String group, String... resources) {
    return new PolicyRuleBuilder()
        .withApiGroups(group)
        .withResources(resources)
        .withVerbs("get", "list", "watch")
        .build();
  }
}
