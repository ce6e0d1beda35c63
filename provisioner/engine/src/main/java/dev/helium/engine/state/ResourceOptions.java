package dev.helium.engine.state;

import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.NullValue;
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
 * @param customTimeouts {@code create}, {@code update}, {@code delete}, {@code read} to the time
 *     allowed
 * @param importId the id it is to be imported by instead of being created, empty for none
 * @param replaceWith URNs whose replacement replaces this one
 * @param replacementTrigger a value whose change replaces it, null for none
 * @param hideDiffs paths whose changes are not shown
 */
public record ResourceOptions(
    boolean protect,
    boolean retainOnDelete,
    String deletedWith,
    List<String> additionalSecretOutputs,
    List<String> ignoreChanges,
    List<String> replaceOnChanges,
    Map<String, Duration> customTimeouts,
    String importId,
    List<String> replaceWith,
    PropertyValue replacementTrigger,
    List<String> hideDiffs) {
  private static final ResourceOptions NONE =
      new ResourceOptions(
          false,
          false,
          "",
          List.of(),
          List.of(),
          List.of(),
          Map.of(),
          "",
          List.of(),
          new NullValue(),
          List.of());

  public ResourceOptions {
    additionalSecretOutputs = List.copyOf(additionalSecretOutputs);
    ignoreChanges = List.copyOf(ignoreChanges);
    replaceOnChanges = List.copyOf(replaceOnChanges);
    customTimeouts = Map.copyOf(customTimeouts);
    replaceWith = List.copyOf(replaceWith);
    hideDiffs = List.copyOf(hideDiffs);
  }

  /** Nothing asked for. */
  public static ResourceOptions none() {
    return NONE;
  }

  /** Nothing but outputs that are secret whatever the provider says. */
  public static ResourceOptions readOnly(List<String> additionalSecretOutputs) {
    return new ResourceOptions(
        NONE.protect,
        NONE.retainOnDelete,
        NONE.deletedWith,
        additionalSecretOutputs,
        NONE.ignoreChanges,
        NONE.replaceOnChanges,
        NONE.customTimeouts,
        NONE.importId,
        NONE.replaceWith,
        NONE.replacementTrigger,
        NONE.hideDiffs);
  }

  /** The same with these values where a program leaves them to the parent. */
  public ResourceOptions withLifecycle(
      boolean newProtect, boolean newRetainOnDelete, String newDeletedWith) {
    return new ResourceOptions(
        newProtect,
        newRetainOnDelete,
        newDeletedWith,
        additionalSecretOutputs,
        ignoreChanges,
        replaceOnChanges,
        customTimeouts,
        importId,
        replaceWith,
        replacementTrigger,
        hideDiffs);
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
        customTimeouts,
        importId,
        replaceWith.stream().map(renaming).filter(urn -> !urn.isEmpty()).toList(),
        replacementTrigger,
        hideDiffs);
  }
}
