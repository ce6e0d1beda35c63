package dev.helium.backends.aws_cluster_only;

import com.pulumi.Config;
import com.pulumi.Context;
import dev.helium.backends.Problem;
import dev.helium.backends.amazon.AmazonPlugin;
import dev.helium.backends.product.Registration;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.ValuesBackend;
import java.util.List;
import java.util.Optional;

/** A cluster of Amazon's Elastic Kubernetes Service. */
public final class AwsClusterBackend extends ValuesBackend {
  @Override
  public boolean makesCluster() {
    return true;
  }

  @Override
  public Optional<String> lacking() {
    return AmazonPlugin.PLUGIN.lacking(System.getenv());
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
