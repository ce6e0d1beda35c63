package dev.helium.engine.run;

import dev.helium.engine.run.Goal.Inheritable;
import dev.helium.engine.state.ResourceOptions;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What resources get from their parents: options they leave open and providers. */
final class Inheritance {
  private final Map<String, Goal> parents = new ConcurrentHashMap<>();

  /** What a program registers, completed by what its parent hands down. */
  Goal complete(Goal goal) {
    var parent = parents.get(goal.parent());
    return parent == null
        ? goal.with(provider(goal, Map.of()), goal.providers(), goal.options())
        : inherit(goal, parent);
  }

  /** Keeps what a registered resource hands down; its provider is the one it really has. */
  void keep(String urn, Goal goal, String provider) {
    parents.put(urn, goal.with(provider, goal.providers(), goal.options()));
  }

  private static Goal inherit(Goal goal, Goal parent) {
    var providers = new TreeMap<String, String>();
    if (!parent.custom()) {
      providers.putAll(parent.providers());
    }
    var handedDown = Map.copyOf(providers);
    providers.putAll(goal.providers());
    var sameProvider =
        goal.custom() && goal.provider().isEmpty() && isOfPackage(parent.provider(), goal.type());
    return goal.with(
        sameProvider ? parent.provider() : provider(goal, handedDown),
        goal.custom() ? goal.providers() : providers,
        options(goal, parent));
  }

  private static ResourceOptions options(Goal goal, Goal parent) {
    var own = goal.options();
    var above = parent.options();
    return own.withLifecycle(
        goal.unsaid().contains(Inheritable.PROTECT) ? above.protect() : own.protect(),
        goal.unsaid().contains(Inheritable.RETAIN_ON_DELETE)
            ? above.retainOnDelete()
            : own.retainOnDelete(),
        own.deletedWith().isEmpty() ? above.deletedWith() : own.deletedWith());
  }

  private static String provider(Goal goal, Map<String, String> handedDown) {
    if (!goal.custom() || !goal.provider().isEmpty()) {
      return goal.provider();
    }
    var packageName = ProviderRegistry.packageOf(goal.type());
    var own = goal.providers().get(packageName);
    return own == null ? handedDown.getOrDefault(packageName, "") : own;
  }

  private static boolean isOfPackage(String provider, String type) {
    return !provider.isEmpty()
        && ProviderRegistry.packageOf(Urns.type(provider)).equals(ProviderRegistry.packageOf(type))
        && !type.startsWith("pulumi:providers:");
  }
}
