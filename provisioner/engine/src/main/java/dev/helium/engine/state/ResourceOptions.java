package dev.helium.engine.state;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a program asked for beside the inputs.
 *
 * @param protect deletion is refused
 * @param retainOnDelete deletion only forgets
 * @param deletedWith the resource whose deletion takes this one along, empty for none
 * @param additionalSecretOutputs outputs that are secret whatever the provider says
 * @param ignoreChanges paths whose changes are no changes
 * @param replaceOnChanges paths whose changes replace the resource
 * @param customTimeouts {@code create}, {@code update}, {@code delete} to the time allowed
 */
public record ResourceOptions(
    boolean protect,
    boolean retainOnDelete,
    String deletedWith,
    List<String> additionalSecretOutputs,
    List<String> ignoreChanges,
    List<String> replaceOnChanges,
    Map<String, Duration> customTimeouts) {
  private static final ResourceOptions NONE =
      new ResourceOptions(false, false, "", List.of(), List.of(), List.of(), Map.of());

  public ResourceOptions {
    additionalSecretOutputs = List.copyOf(additionalSecretOutputs);
    ignoreChanges = List.copyOf(ignoreChanges);
    replaceOnChanges = List.copyOf(replaceOnChanges);
    customTimeouts = Map.copyOf(customTimeouts);
  }

  /** Nothing asked for. */
  public static ResourceOptions none() {
    return NONE;
  }

  /** The same with the URNs in it renamed. */
  public ResourceOptions renamed(UnaryOperator<String> renaming) {
    return new ResourceOptions(
        protect,
        retainOnDelete,
        renaming.apply(deletedWith),
        additionalSecretOutputs,
        ignoreChanges,
        replaceOnChanges,
        customTimeouts);
  }
}
