package dev.helium.launcher.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What each process is told, and no more than it needs: secrets go to their reader only. */
final class ServicePlans {
  static final String HOME_PROPERTY = "-Dhelium.home=";

  private static final String RECURRING = "HELIUM_RECURRING";
  private static final String QUOTAS = "HELIUM_QUOTAS";
  private static final String TOKENS = "HELIUM_TOKENS_FILE";
  private static final String KUBECONFIG_COMMAND = "HELIUM_KUBECONFIG_COMMAND";

  private final StackOptions options;
  private final RuntimeClasspath classpath;
  private final ClassArchives archives;
  private final ClusterPart.Access cluster;

  ServicePlans(StackOptions options, RuntimeClasspath classpath, ClusterPart.Access cluster) {
    this.options = options;
    this.classpath = classpath;
    this.archives = new ClassArchives(options.project(), classpath);
    this.cluster = cluster;
  }

  ServicePlan of(ServiceInstance instance) {
    ServiceName service = instance.service();
    Map<String, String> variables = new TreeMap<>(variables(instance));
    options
        .environment()
        .forEach(
            (name, value) -> {
              if (name.startsWith("HELIUM_")) {
                variables.putIfAbsent(name, value);
              }
            });
    List<String> hints =
        options.usesArchives()
            ? archives.arguments(service, options.home().recordingOf(instance))
            : List.of();
    return new ServicePlan(instance, arguments(service), hints, variables, files(service));
  }

  private List<String> arguments(ServiceName service) {
    List<String> arguments = new ArrayList<>();
    // First, because the system tells only the beginning of a long command line.
    arguments.add(HOME_PROPERTY + options.home().root());
    arguments.addAll(JvmFlags.of(service));
    arguments.add("-cp");
    arguments.add(classpath.of(service).text());
    arguments.add(service.mainClass());
    return arguments;
  }

  private Map<String, String> variables(ServiceInstance instance) {
    Home home = options.home();
    Map<String, String> variables = new TreeMap<>();
    switch (instance.service()) {
      case KAFKA -> {
        variables.put("HELIUM_BROKER_DIRECTORY", home.kafka().toString());
        variables.put("HELIUM_BROKER_PORT", Integer.toString(options.ports().broker()));
        return variables;
      }
      case API_GATEWAY -> {
        variables.put("HELIUM_PORT", Integer.toString(options.ports().gateway()));
        variables.put("HELIUM_HAZELCAST_PORT", Integer.toString(options.ports().hazelcast()));
        variables.put("HELIUM_TOKEN_FILE", home.token().toString());
        variables.put(TOKENS, tokens().toString());
        variables.put("HELIUM_SEALING_KEYS_FILE", home.sealingKeys().toString());
        variables.put(KUBECONFIG_COMMAND, kubeconfigCommand());
      }
      case PROVISIONER -> {
        variables.put("HELIUM_KUBECONFIG", cluster.services().toString());
        variables.put("HELIUM_CLUSTERS_DIRECTORY", home.clusters().toString());
        variables.put("HELIUM_STATE_DIRECTORY", home.state().toString());
        variables.put("HELIUM_SEALING_KEYS_FILE", home.sealingKeys().toString());
        variables.put("HELIUM_PULUMI_PASSPHRASE_FILE", home.passphrase().toString());
        if (options.provisioners() == 1) {
          // Of several, one that runs already goes on sooner than one that is started again.
          variables.put("HELIUM_INSTANCE", instance.label());
        }
      }
      case STATUS_WATCHER -> {
        variables.put("HELIUM_KUBECONFIG", cluster.services().toString());
        variables.put("HELIUM_CLUSTERS_DIRECTORY", home.clusters().toString());
        variables.put("HELIUM_INSTANCE", instance.label());
      }
      case DELETION_CONTROLLER -> {
        variables.put("HELIUM_KUBECONFIG", cluster.services().toString());
        variables.put("HELIUM_CLUSTERS_DIRECTORY", home.clusters().toString());
        variables.put("HELIUM_STATE_DIRECTORY", home.state().toString());
        variables.put("HELIUM_INSTANCE", instance.label());
        file(RECURRING).ifPresent(file -> variables.put(RECURRING, file.toString()));
      }
    }
    if (instance.service() != ServiceName.STATUS_WATCHER) {
      file(QUOTAS).ifPresent(quotas -> variables.put(QUOTAS, quotas.toString()));
    }
    variables.put("HELIUM_KAFKA_BOOTSTRAP", bootstrap());
    if (options.outsideKafka().isEmpty()) {
      // The broker here allows it, and others go on sooner with what a dead process left.
      variables.put("HELIUM_KAFKA_SESSION", "PT4S");
    }
    variables.put(
        "HELIUM_MANAGEMENT_PORT", Integer.toString(options.ports().managementOf(instance).port()));
    return variables;
  }

  /** It runs in another folder than the person who wrote the path. */
  private Path tokens() {
    return new Variables(options.environment())
        .find(TOKENS)
        .map(Path::of)
        .map(Path::toAbsolutePath)
        .orElseGet(options.home()::tokens);
  }

  private String kubeconfigCommand() {
    return new Variables(options.environment())
        .text(
            KUBECONFIG_COMMAND,
            KubeconfigTemplate.of(cluster.person(), options.home().kubeconfigs()));
  }

  String bootstrap() {
    return options.outsideKafka().orElse("127.0.0.1:" + options.ports().broker());
  }

  private String files(ServiceName service) {
    return switch (service) {
      case KAFKA -> "";
      case API_GATEWAY -> policy() + optional(QUOTAS);
      case STATUS_WATCHER -> content(cluster.services());
      case PROVISIONER -> content(cluster.services()) + policy() + optional(QUOTAS);
      case DELETION_CONTROLLER ->
          content(cluster.services()) + policy() + optional(RECURRING) + optional(QUOTAS);
    };
  }

  /** Read once by each service; one that is not there is theirs to complain of. */
  private String policy() {
    Path file = Path.of(new Variables(options.environment()).text("HELIUM_POLICY", ""));
    return Files.isRegularFile(file) ? content(file) : "";
  }

  /** One that cannot be read is the service's to complain about. */
  private String optional(String variable) {
    return file(variable).filter(Files::isReadable).map(ServicePlans::content).orElse("");
  }

  /** Services run in another folder than the person who wrote the path. */
  private Optional<Path> file(String variable) {
    return new Variables(options.environment())
        .find(variable)
        .map(Path::of)
        .map(Path::toAbsolutePath);
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
