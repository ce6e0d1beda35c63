package dev.helium.backends.posthog;

import dev.helium.backends.product.Setting;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import java.util.List;

/** What accounts of a workspace may read in its own namespace. */
final class NamespaceRights {
  private NamespaceRights() {}

  /** A role of the account's own name that lets it read kinds of the core group. */
  static List<HasMetadata> readers(Setting setting, String account, List<String> kinds) {
    return of(setting, account, rule("", kinds));
  }

  static List<HasMetadata> of(Setting setting, String account, PolicyRule... rules) {
    return List.of(
        new RoleBuilder()
            .withNewMetadata()
            .withName(account)
            .endMetadata()
            .withRules(rules)
            .build(),
        new RoleBindingBuilder()
            .withNewMetadata()
            .withName(account)
            .endMetadata()
            .withNewRoleRef("rbac.authorization.k8s.io", "Role", account)
            .addNewSubject("", "ServiceAccount", account, setting.namespace())
            .build());
  }

  static PolicyRule rule(String group, List<String> kinds) {
    return new PolicyRuleBuilder()
        .withApiGroups(group)
        .withResources(kinds)
        .withVerbs("get", "list", "watch")
        .build();
  }
}
