package dev.helium.backends.product;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.ResourceArgs;

/** A cluster other than the default one. */
public final class ClusterProvider extends ProviderResource {
  public ClusterProvider(String kubeconfig) {
    this("cluster", Output.of(kubeconfig));
  }

  /**
   * @param name by which the stack knows it
   */
  public ClusterProvider(String name, Output<String> kubeconfig) {
    super(
        "kubernetes",
        name,
        new Arguments(kubeconfig),
        CustomResourceOptions.builder().version(KubernetesObject.VERSION).build());
  }

  // The SDK reads the fields by reflection.
  @SuppressWarnings("UnusedVariable")
  private static final class Arguments extends ResourceArgs {
    @Import(name = "kubeconfig")
    private final Output<String> kubeconfig;

    // What pods read keeps its name when it changes, so that they find it at any time.
    @Import(name = "enableConfigMapMutable")
    private final Output<Boolean> configMapMutable = Output.of(true);

    @Import(name = "enableSecretMutable")
    private final Output<Boolean> secretMutable = Output.of(true);

    private Arguments(Output<String> kubeconfig) {
      this.kubeconfig = kubeconfig.asSecret();
    }
  }
}
