package dev.helium.backends.existing_cluster;

import com.pulumi.Context;
import com.pulumi.core.Output;
import dev.helium.backends.BackendInput;
import dev.helium.backends.product.Registration;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.ValuesBackend;
import java.util.List;
import java.util.Optional;

/** A cluster that is there already and that others can live in from now on. */
public final class ExistingClusterBackend extends ValuesBackend {
  private static final String KUBECONFIG = "kubeconfig";

  @Override
  protected List<String> required() {
    return List.of(KUBECONFIG);
  }

  @Override
  public boolean makesCluster() {
    return true;
  }

  @Override
  public Optional<String> givenCluster(BackendInput input) {
    return Optional.of(values(input).text(KUBECONFIG));
  }

  @Override
  protected void run(Values values, Context context) {
    Registration registration = new Registration(context.config("helium"));
    registration.namespaceWithoutWorkload();
    context.export(CLUSTER, Output.ofSecret(values.text(KUBECONFIG)));
    context.export("K8sNamespace", Output.of(context.config("helium").require("id")));
  }
}
