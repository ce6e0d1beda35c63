package dev.helium.backends.posthog;

import dev.helium.backends.Problem;
import dev.helium.backends.product.Values;
import java.util.List;

/** Rules between values that a schema cannot tell. */
final class PosthogRules {
  private static final List<String> PLACED =
      List.of(
          "clickhouse",
          "postgresql",
          "redis.master",
          "kafka",
          "zookeeper",
          "pgbouncer",
          "web",
          "worker",
          "beat",
          "plugins",
          "hooks",
          "statsd",
          "metrics",
          "prometheus.server",
          "prometheus.alertmanager",
          "prometheus.kubeStateMetrics",
          "prometheus.pushgateway");

  private final Values values;
  private final BrokenRules broken = new BrokenRules();

  private PosthogRules(Values values) {
    this.values = values;
  }

  /** Every rule that is broken. */
  static List<Problem> broken(Values values) {
    PosthogRules rules = new PosthogRules(values);
    StoreRules.check(values, rules.broken);
    rules.ingress();
    rules.scaling();
    rules.wholeCluster();
    rules.placement();
    return rules.broken.all();
  }

  private void ingress() {
    unless(
        IngressRules.tlsSecret(values).isEmpty() || Site.host(values).isPresent(),
        "ingress.hostname",
        "must be given for a certificate");
  }

  private void scaling() {
    for (String component : List.of("web", "worker", "plugins", "pgbouncer")) {
      String path = component + ".hpa.";
      unless(
          values.number(path + "minpods") <= values.number(path + "maxpods"),
          path + "minpods",
          "must be at most " + path + "maxpods");
    }
  }

  /** What would be there for more than its workspace. */
  private void wholeCluster() {
    unless(
        !values.flag("prometheus.nodeExporter.enabled"),
        "prometheus.nodeExporter.enabled",
        "must be false: it takes a port of every node, so a cluster has one and not each"
            + " workspace");
    unless(
        !values.flag("cloudwatch.enabled"),
        "cloudwatch.enabled",
        "must be false: it reads the logs of everybody's pods on every node, so a cluster has it"
            + " and not each workspace");
  }

  private void placement() {
    for (String component : PLACED) {
      unless(
          Nodes.isProper(values.at(component)),
          component + ".affinity",
          "must be an affinity as Kubernetes writes it");
    }
  }

  private void unless(boolean holds, String path, String rule) {
    broken.unless(holds, path, rule);
  }
}
