package dev.helium.backends.pachyderm;

import dev.helium.backends.product.KubernetesObjects;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import java.util.List;

/** Accounts at the API server; what they may do ends at the workspace's namespace. */
final class Accounts {
  private Accounts() {}

  /** An account with a role and a binding of the same name. */
  static List<HasMetadata> withRights(Plan plan, String name, List<PolicyRule> rules) {
    return List.of(KubernetesObjects.account(name), role(name, rules), binding(plan, name, name));
  }

  static Role role(String name, List<PolicyRule> rules) {
    return new RoleBuilder()
        .withNewMetadata()
        .withName(name)
        .endMetadata()
        .withRules(rules)
        .build();
  }

  static RoleBinding binding(Plan plan, String role, String account) {
    return new RoleBindingBuilder()
        .withNewMetadata()
        .withName(role)
        .endMetadata()
        .withNewRoleRef("rbac.authorization.k8s.io", "Role", role)
        .addNewSubject()
        .withKind("ServiceAccount")
        .withName(account)
        .withNamespace(plan.namespace())
        .endSubject()
        .build();
  }
}
