package dev.helium.engine;

import com.pulumi.Context;
import com.pulumi.kubernetes.apps.v1.Deployment;
import com.pulumi.kubernetes.apps.v1.DeploymentArgs;
import com.pulumi.kubernetes.apps.v1.inputs.DeploymentSpecArgs;
import com.pulumi.kubernetes.core.v1.LimitRange;
import com.pulumi.kubernetes.core.v1.LimitRangeArgs;
import com.pulumi.kubernetes.core.v1.ResourceQuota;
import com.pulumi.kubernetes.core.v1.ResourceQuotaArgs;
import com.pulumi.kubernetes.core.v1.Service;
import com.pulumi.kubernetes.core.v1.ServiceArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.LimitRangeItemArgs;
import com.pulumi.kubernetes.core.v1.inputs.LimitRangeSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodTemplateSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.ResourceQuotaSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.ServicePortArgs;
import com.pulumi.kubernetes.core.v1.inputs.ServiceSpecArgs;
import com.pulumi.kubernetes.meta.v1.inputs.LabelSelectorArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.kubernetes.networking.v1.NetworkPolicy;
import com.pulumi.kubernetes.networking.v1.NetworkPolicyArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicySpecArgs;
import dev.helium.cluster.LocalCluster;
import dev.helium.cluster.LocalClusterOptions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Says how long stacks of six objects take, one at a time and eight at once, beside the same
 * objects made by a bare client. Prints numbers; nothing is asserted, because they are this
 * machine's.
 *
 * <p>Arguments: rounds to warm up, rounds to measure, both 30 when left out.
 */
final class EngineBenchmark {
  private static final int AT_ONCE = 8;

  private final Stacks stacks;
  private final KubernetesClient client;
  private final AtomicInteger counter = new AtomicInteger();

  private EngineBenchmark(Stacks stacks, KubernetesClient client) {
    this.stacks = stacks;
    this.client = client;
  }

  public static void main(String[] arguments) throws Exception {
    var warmUp = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 30;
    var rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30;
    var folder = Files.createTempDirectory("engine-benchmark-");
    try (var cluster = LocalCluster.start(LocalClusterOptions.in(folder.resolve("cluster")));
        var stacks = Stacks.on(folder, cluster.kubeconfig());
        var client =
            new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(cluster.kubeconfig().toFile()))
                .build()) {
      var benchmark = new EngineBenchmark(stacks, client);
      benchmark.alone("warm-up", warmUp);
      benchmark.alone("engine alone", rounds);
      benchmark.bareAlone(rounds);
      benchmark.atOnce("engine, " + AT_ONCE + " at once", rounds * AT_ONCE, benchmark::updateOnly);
      benchmark.atOnce("bare, " + AT_ONCE + " at once", rounds * AT_ONCE, benchmark::bare);
      benchmark.memory();
    } finally {
      LocalCluster.wipe(folder.resolve("cluster"));
      delete(folder);
    }
  }

  private void alone(String title, int rounds) throws Exception {
    var create = new ArrayList<Double>();
    var same = new ArrayList<Double>();
    var destroy = new ArrayList<Double>();
    var select = new ArrayList<Double>();
    for (int round = 0; round < rounds; round++) {
      var name = "bench-" + counter.incrementAndGet();
      var start = System.nanoTime();
      var stack = stacks.stack(name, context -> program(context, name));
      select.add(milliseconds(start));
      start = System.nanoTime();
      stack.up();
      create.add(milliseconds(start));
      start = System.nanoTime();
      stack.up();
      same.add(milliseconds(start));
      start = System.nanoTime();
      stack.destroy();
      destroy.add(milliseconds(start));
      stack.workspace().removeStack(name);
    }
    report(title + ": new stack", select);
    report(title + ": up", create);
    report(title + ": up without a change", same);
    report(title + ": destroy", destroy);
  }

  private void bareAlone(int rounds) throws Exception {
    var times = new ArrayList<Double>();
    for (int round = 0; round < rounds; round++) {
      var start = System.nanoTime();
      bare();
      times.add(milliseconds(start));
    }
    report("bare client alone: create", times);
  }

  private void atOnce(String title, int count, Callable<Void> job) throws Exception {
    var cpu = processCpu();
    var start = System.nanoTime();
    try (var executor = Executors.newFixedThreadPool(AT_ONCE)) {
      for (var result : executor.invokeAll(Collections.nCopies(count, job))) {
        result.get();
      }
    }
    var seconds = milliseconds(start) / 1000;
    System.out.printf(
        "%-36s %6.1f per second, %5.1f ms CPU each%n",
        title, count / seconds, (processCpu() - cpu) / 1e6 / count);
  }

  private Void updateOnly() throws Exception {
    var name = "bench-" + counter.incrementAndGet();
    stacks.stack(name, context -> program(context, name)).up();
    return null;
  }

  private Void bare() {
    var name = "bare-" + counter.incrementAndGet();
    for (HasMetadata object : BareObjects.of(name)) {
      client.resource(object).create();
    }
    return null;
  }

  private void program(Context context, String name) {
    var space = Programs.namespace(name);
    var in = Programs.name(space);
    var metadata = ObjectMetaArgs.builder().name("web").namespace(in);
    new ResourceQuota(
        "quota",
        ResourceQuotaArgs.builder()
            .metadata(metadata.build())
            .spec(ResourceQuotaSpecArgs.builder().hard(Map.of("pods", "20")).build())
            .build());
    new LimitRange(
        "limits",
        LimitRangeArgs.builder()
            .metadata(metadata.build())
            .spec(
                LimitRangeSpecArgs.builder()
                    .limits(
                        LimitRangeItemArgs.builder()
                            .type("Container")
                            .default_(Map.of("cpu", "100m"))
                            .build())
                    .build())
            .build());
    new NetworkPolicy(
        "deny",
        NetworkPolicyArgs.builder()
            .metadata(metadata.build())
            .spec(
                NetworkPolicySpecArgs.builder()
                    .podSelector(LabelSelectorArgs.builder().build())
                    .policyTypes("Ingress")
                    .build())
            .build());
    var labels = Map.of("app", "web");
    new Deployment(
        "web",
        DeploymentArgs.builder()
            .metadata(
                ObjectMetaArgs.builder()
                    .name("web")
                    .namespace(in)
                    .annotations(Map.of("pulumi.com/skipAwait", "true"))
                    .build())
            .spec(
                DeploymentSpecArgs.builder()
                    .replicas(0)
                    .selector(LabelSelectorArgs.builder().matchLabels(labels).build())
                    .template(
                        PodTemplateSpecArgs.builder()
                            .metadata(ObjectMetaArgs.builder().labels(labels).build())
                            .spec(
                                PodSpecArgs.builder()
                                    .containers(
                                        ContainerArgs.builder().name("web").image("web").build())
                                    .build())
                            .build())
                    .build())
            .build());
    new Service(
        "web",
        ServiceArgs.builder()
            .metadata(metadata.build())
            .spec(
                ServiceSpecArgs.builder()
                    .selector(labels)
                    .ports(ServicePortArgs.builder().port(80).build())
                    .build())
            .build());
    context.export("namespace", in);
  }

  private void memory() {
    System.gc();
    var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    System.out.printf(
        "after %d stacks: %d MiB of heap in use, %d threads%n",
        counter.get(), heap / 1024 / 1024, Thread.getAllStackTraces().size());
  }

  private static void report(String title, List<Double> times) {
    var sorted = times.stream().mapToDouble(time -> time).sorted().toArray();
    System.out.printf(
        "%-36s p50 %6.1f ms, p90 %6.1f ms%n",
        title, sorted[sorted.length / 2], sorted[sorted.length * 9 / 10]);
  }

  private static double milliseconds(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static long processCpu() {
    var bean = ManagementFactory.getOperatingSystemMXBean();
    return bean instanceof com.sun.management.OperatingSystemMXBean process
        ? process.getProcessCpuTime()
        : 0;
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
