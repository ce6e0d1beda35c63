package dev.helium.backends.cloud;

import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.helium.backends.product.ClusterProvider;
import dev.helium.backends.product.KubernetesObject;
import dev.helium.backends.product.ObjectTree;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import java.util.List;
import java.util.Map;

/**
 * A lasting way into a cluster that was just made. Clouds sign in by a command or by a token of
 * some minutes; here that token makes an account in the cluster once, and the kubeconfig has the
 * account's.
 */
public final class ClusterAccess {
  private static final String NAME = "helium";
  private static final String NAMESPACE = "kube-system";

  private final ClusterAddress address;

  public ClusterAccess(ClusterAddress address) {
    this.address = address;
  }

  /**
   * Registers the account and gives the kubeconfig, a secret.
   *
   * @param token with which the cluster lets its maker in, for now
   * @param after what has to be there before
   * @param further what else the cluster has from the beginning
   */
  public Output<String> register(
      Output<String> token, List<Resource> after, ObjectTree... further) {
    ClusterProvider provider = new ClusterProvider("made-cluster", address.kubeconfig(token));
    KubernetesObject account = object("account", account(), provider, after);
    object("rights", rights(), provider, List.of(account));
    for (ObjectTree object : further) {
      KubernetesObject _ =
          new KubernetesObject(object.name(), object, options(provider, after).build());
    }
    ObjectTree secret = ObjectTree.of(secret());
    TokenSecret issued =
        new TokenSecret(
            "token",
            secret,
            // The cluster fills it, so nothing that is given marks it as secret in the state.
            options(provider, List.of(account)).additionalSecretOutputs(List.of("data")).build());
    return address.kubeconfig(issued.token());
  }

  private static KubernetesObject object(
      String name, HasMetadata object, ClusterProvider provider, List<Resource> after) {
    return new KubernetesObject(name, ObjectTree.of(object), options(provider, after).build());
  }

  /** They go with the cluster; the token that made them is none any more by then. */
  private static CustomResourceOptions.Builder options(
      ClusterProvider provider, List<Resource> after) {
    return CustomResourceOptions.builder()
        .version(KubernetesObject.VERSION)
        .provider(provider)
        .dependsOn(after)
        .retainOnDelete(true);
  }

  private static HasMetadata account() {
    return new ServiceAccountBuilder()
        .withNewMetadata()
        .withName(NAME)
        .withNamespace(NAMESPACE)
        .endMetadata()
        .build();
  }

  private static HasMetadata rights() {
    return new ClusterRoleBindingBuilder()
        .withNewMetadata()
        .withName(NAME)
        .endMetadata()
        .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "cluster-admin")
        .addNewSubject("", "ServiceAccount", NAME, NAMESPACE)
        .build();
  }

  private static HasMetadata secret() {
    return new SecretBuilder()
        .withNewMetadata()
        .withName(NAME)
        .withNamespace(NAMESPACE)
        .withAnnotations(Map.of("kubernetes.io/service-account.name", NAME))
        .endMetadata()
        .withType("kubernetes.io/service-account-token")
        .build();
  }
}
