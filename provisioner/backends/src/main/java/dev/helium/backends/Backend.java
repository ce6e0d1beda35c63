package dev.helium.backends;

import com.pulumi.Context;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A kind of workspace: what it takes, the program that makes it, and what comes out. */
public interface Backend {
  /**
   * Stack configuration with the kubeconfig of a cluster other than the default one; empty for the
   * default one.
   */
  String KUBECONFIG = "helium:kubeconfig";

  /**
   * Stack output, a secret, with the kubeconfig of the cluster that it makes. It holds all that it
   * needs: no command to run and no file to read.
   */
  String CLUSTER = "kubeconfig";

  /** What it is and takes, for people and for those who ask for it. */
  Manifest manifest();

  default String name() {
    return manifest().name();
  }

  /** Checks an input against every rule at once. Never blocks. */
  Validated validate(BackendInput input);

  /** What its pods ask of a cluster; nothing where that cannot be told. Never blocks. */
  default Footprint footprint(BackendInput input) {
    return Footprint.UNKNOWN;
  }

  /**
   * What it needs on this machine and does not find there, with how to get it; empty when it has
   * all. Looked at for each request.
   */
  default Optional<String> lacking() {
    return Optional.empty();
  }

  /** Whether its program makes everything in the cluster of {@link #KUBECONFIG}, where given. */
  default boolean takesCluster() {
    return false;
  }

  /**
   * Whether it makes a cluster that workspaces can live in which name it as their {@code
   * clusterStack}. Its program then puts out {@link #CLUSTER}.
   */
  default boolean makesCluster() {
    return false;
  }

  /**
   * The kubeconfig that a request gives for {@link #CLUSTER}; empty where the program makes it.
   *
   * @param input that was accepted
   */
  default Optional<String> givenCluster(BackendInput input) {
    return Optional.empty();
  }

  /** Whether it takes the archive of a request. */
  default boolean takesArchive() {
    return false;
  }

  /**
   * Keys of stack configuration that is made once in the life of a workspace and then kept, such as
   * its secrets.
   *
   * @param input that was accepted
   */
  default Set<String> madeOnce(BackendInput input) {
    return Set.of();
  }

  /**
   * What is missing of {@link #madeOnce}, newly made.
   *
   * @param input that was accepted
   * @param kept keys that the stack's configuration has
   */
  default Map<String, ConfigEntry> make(
      BackendInput input, Set<String> kept, SecretMaterial material, Instant now) {
    return Map.of();
  }

  /**
   * Gets a run ready: what has to be fetched and worked out before the program can begin. Comes
   * before every run. What it gives is in the stack's configuration, and on the disk, before the
   * program runs. May block for as long as a run may take.
   *
   * @throws PreparationException when there is nothing to run
   */
  default Map<String, ConfigEntry> prepare(Preparation preparation) {
    return Map.of();
  }

  /** The program, which reads nothing but the stack's configuration. */
  Consumer<Context> program();

  /** The stack's outputs in the terms of the API; what is not known is left out. */
  default Map<String, String> outputs(Map<String, String> stackOutputs) {
    return stackOutputs;
  }
}
