package dev.helium.story;

import dev.helium.cluster.component.Lifetime;
import dev.helium.cluster.process.LogTail;
import dev.helium.launcher.stack.ArchiveMaker;
import dev.helium.launcher.stack.Deployment;
import dev.helium.launcher.stack.Home;
import dev.helium.launcher.stack.MonitorName;
import dev.helium.launcher.stack.MonitorPorts;
import dev.helium.launcher.stack.Monitors;
import dev.helium.launcher.stack.ProcessStatus;
import dev.helium.launcher.stack.ServiceInstance;
import dev.helium.launcher.stack.ServiceName;
import dev.helium.launcher.stack.Stack;
import dev.helium.launcher.stack.StackListener;
import dev.helium.launcher.stack.StackOptions;
import dev.helium.launcher.stack.StackPorts;
import dev.helium.launcher.stack.StackStatus;
import dev.helium.launcher.stack.StackStop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Broker, cluster and the four services, as processes that end with this JVM. */
public final class StoryWorld implements AutoCloseable {
  /** They say nothing of one Helium. */
  private static final Set<String> KEPT = Set.of("HELIUM_CLUSTER_BINARIES", "HELIUM_ARCHIVES");

  /** The machine may be busy with other things. */
  private static final Duration READY_LIMIT = Duration.ofMinutes(3);

  private final StackOptions options;
  private final Home home;
  private final Stack stack;
  private final Deployment deployment;

  private StoryWorld(StackOptions options, Stack stack, Deployment deployment) {
    this.options = options;
    this.home = options.home();
    this.stack = stack;
    this.deployment = deployment;
  }

  /**
   * Returns when everything is ready, after 10 to 30 seconds.
   *
   * @param project the folder of the root pom; its modules are built
   * @param directory of everything that is written, for this world alone
   * @param random chooses the ports
   */
  public static StoryWorld start(Path project, Path directory, RandomGenerator random) {
    return start(project, directory, random, 1, StackListener.silent());
  }

  /**
   * The same with several provisioners.
   *
   * @param listener is told what is started here, and not what is started again later
   */
  public static StoryWorld start(
      Path project,
      Path directory,
      RandomGenerator random,
      int provisioners,
      StackListener listener) {
    return start(project, directory, random, provisioners, Map.of(), listener);
  }

  /**
   * The same with variables that every service gets, besides those of every world.
   *
   * @param listener is told what is started here, and not what is started again later
   */
  public static StoryWorld start(
      Path project,
      Path directory,
      RandomGenerator random,
      int provisioners,
      Map<String, String> variables,
      StackListener listener) {
    StackOptions options = options(project, directory, random);
    Map<String, String> environment = new HashMap<>(options.environment());
    environment.putAll(variables);
    return start(options.withProvisioners(provisioners).withEnvironment(environment), listener);
  }

  /**
   * The same with more to tell every process.
   *
   * @param more variables and their values
   */
  public static StoryWorld start(
      Path project, Path directory, RandomGenerator random, Map<String, String> more) {
    Map<String, String> environment = environment();
    environment.putAll(more);
    return start(
        options(project, directory, random).withEnvironment(environment), StackListener.silent());
  }

  /**
   * The same on a cluster that is there.
   *
   * @param kubeconfig of a user who may do what the services do
   */
  public static StoryWorld start(
      Path project, Path directory, RandomGenerator random, Path kubeconfig) {
    return start(
        options(project, directory, random).withKubeconfig(kubeconfig), StackListener.silent());
  }

  private static StackOptions options(Path project, Path directory, RandomGenerator random) {
    return StackOptions.of(project, environment())
        .withHome(new Home(directory))
        .withPorts(StackPorts.free(random))
        .withReadyLimit(READY_LIMIT)
        .withLifetime(Lifetime.THIS_JVM);
  }

  private static StoryWorld start(StackOptions options, StackListener listener) {
    Stack stack = new Stack(options, listener);
    Deployment deployment = stack.up();
    return new StoryWorld(options, stack.silent(), deployment);
  }

  public StoryClient client() {
    return new StoryClient(deployment.api(), token());
  }

  /** Ends a process with SIGKILL, and returns when it is gone. */
  public void kill(ServiceName service) {
    stack.kill(ServiceInstance.first(service));
  }

  /** Starts a service again, and returns when it is ready. */
  public void start(ServiceName service) {
    stack.start(List.of(ServiceInstance.first(service)));
  }

  /**
   * Lets starts from now on be faster, here and in every other world of this checkout; takes a
   * minute when no world has done it before.
   */
  public void archiveClasses(StackListener listener) {
    new ArchiveMaker(options.project(), home, listener).make();
  }

  /**
   * Starts a Prometheus that watches this world, and ends with it.
   *
   * @param files a folder with {@code compose/observe} and the runbook
   * @param prometheus its executable
   * @param ports where Prometheus listens; Grafana is started too where there is one
   * @return where it answers
   */
  public URI observe(Path files, Path prometheus, MonitorPorts ports) {
    new Monitors(options, files, ports, StackListener.silent()).up(prometheus, deployment);
    return ports.address(MonitorName.PROMETHEUS);
  }

  /** Its processes, one by one. */
  public Stack stack() {
    return stack;
  }

  /** Every process but those of the cluster. */
  public Set<ServiceInstance> services() {
    return deployment.services();
  }

  /** The folder of everything that is written. */
  public Home home() {
    return home;
  }

  /** Where the API answers. */
  public URI api() {
    return deployment.api();
  }

  /** Where each service tells its metrics. */
  public List<URI> metrics() {
    return deployment.ports().management().entrySet().stream()
        .filter(port -> deployment.services().contains(port.getKey()))
        .map(port -> URI.create("http://127.0.0.1:" + port.getValue() + "/metrics"))
        .toList();
  }

  /** Where Kafka answers. */
  public String bootstrap() {
    return deployment.bootstrap();
  }

  /** With all rights in the cluster. */
  public Path kubeconfig() {
    return deployment.kubeconfig();
  }

  /** What runs, but for the cluster where it is another's, and the memory that it has. */
  public List<ProcessStatus> status() {
    return new StackStatus(home).of(deployment);
  }

  /** What each process wrote last. */
  public String logs() {
    return ServiceInstance.all().stream()
        .filter(service -> Files.exists(stack.logOf(service)))
        .map(service -> "--- " + service.label() + "\n" + LogTail.of(stack.logOf(service)))
        .collect(Collectors.joining("\n"));
  }

  /** Stops every process and leaves what was written. */
  public void stop() {
    new StackStop(home, StackListener.silent()).down();
  }

  /** Stops every process and deletes what was written. */
  @Override
  public void close() {
    stop();
    new StackStop(home, StackListener.silent()).wipe();
    try {
      Files.delete(home.root());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private String token() {
    try {
      return Files.readString(home.token()).strip();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Without what a developer has set for a Helium of their own. */
  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.keySet().removeIf(name -> name.startsWith("HELIUM_") && !KEPT.contains(name));
    // Those who ask here change what others made.
    environment.put("HELIUM_FORWARDED_ROLE", "operator");
    // One client here asks for what many people would, on a machine that does all the rest too.
    environment.put("HELIUM_RATE_READS", "off");
    environment.put("HELIUM_RATE_CHANGES", "off");
    environment.put("HELIUM_SHED_LAG", "PT1M");
    // And asks again and again until a token that was handed out is known.
    environment.put("HELIUM_RATE_SIGN_INS", "off");
    return environment;
  }
}
