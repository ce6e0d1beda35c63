package dev.helium.backends.gcp_cluster_only;

import com.pulumi.Config;
import com.pulumi.Context;
import dev.helium.backends.Problem;
import dev.helium.backends.google.GooglePlugin;
import dev.helium.backends.product.Registration;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.ValuesBackend;
import java.util.List;
import java.util.Optional;

/** A cluster of the Google Kubernetes Engine. */
public final class GcpClusterBackend extends ValuesBackend {
  @Override
  public boolean makesCluster() {
    return true;
  }

  @Override
  protected List<String> required() {
    return List.of("project");
  }

  @Override
  public Optional<String> lacking() {
    return GooglePlugin.PLUGIN.lacking(System.getenv());
  }

  @Override
  protected List<Problem> check(Values values) {
    return ClusterRules.broken(values, System.getenv());
  }

  @Override
  protected void run(Values values, Context context) {
    Config config = context.config("helium");
    new Registration(config).namespaceWithoutWorkload();
    new ClusterProgram(values, config.require("id")).run(context);
  }
}
