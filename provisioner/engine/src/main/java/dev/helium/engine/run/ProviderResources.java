package dev.helium.engine.run;

import com.pulumi.automation.OperationType;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.Signatures;
import dev.helium.engine.provider.Difference;
import dev.helium.engine.run.Goal.Replacement;
import dev.helium.engine.state.ResourceOptions;
import dev.helium.engine.state.ResourceState;
import dev.helium.engine.state.ResourceState.Links;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Plans the resources that configure providers: those of the program and default ones. */
final class ProviderResources {
  private final RunContext context;
  private final StackSnapshot snapshot;
  private final ProviderRegistry providers;
  private final StepRunner steps;
  private final Replacements replacements;
  private final DefaultProviders defaults;
  private final Map<String, Object> locks = new ConcurrentHashMap<>();
  private final Set<String> settled = ConcurrentHashMap.newKeySet();

  ProviderResources(
      RunContext context,
      StackSnapshot snapshot,
      ProviderRegistry providers,
      StepRunner steps,
      Replacements replacements,
      DefaultProviders defaults) {
    this.context = context;
    this.snapshot = snapshot;
    this.providers = providers;
    this.steps = steps;
    this.replacements = replacements;
    this.defaults = defaults;
  }

  /** Registers a provider of the program. */
  ResourceState register(ResourceState asked, Goal goal) {
    var inputs = ProviderInputs.noted(asked.inputs(), goal.version(), goal.downloadUrl());
    return settle(asked.withInputs(inputs), goal.deleteBeforeReplace());
  }

  /**
   * The provider of a resource.
   *
   * @param reference URN and id of an explicit one, empty for the default one
   */
  ResourceState of(String reference, String type, String version, String downloadUrl) {
    return reference.isEmpty() ? byDefault(type, version, downloadUrl) : explicit(reference);
  }

  private ResourceState explicit(String reference) {
    return snapshot
        .provider(reference)
        .filter(ResourceState::isProvider)
        .orElseThrow(
            () -> new EngineException(FailureClass.INVALID, "unknown provider " + reference));
  }

  private ResourceState byDefault(String resourceType, String version, String url) {
    var packageName = ProviderRegistry.packageOf(resourceType);
    defaults.requireAllowed(packageName, resourceType);
    var downloadUrl = url.replaceAll("/$", "");
    var type = "pulumi:providers:" + packageName;
    var urn = Urns.of(context.stack(), "", type, DefaultProviders.name(version, downloadUrl));
    // Many resources ask at once for the one that all of them share.
    synchronized (locks.computeIfAbsent(urn, key -> new Object())) {
      if (settled.add(urn)) {
        var inputs = defaults.inputs(packageName, version, downloadUrl);
        context.redactor().learn(inputs);
        return settle(
            ResourceState.fresh(urn, type, true, inputs, Links.NONE, ResourceOptions.none()),
            Replacement.UNSPECIFIED);
      }
      return snapshot
          .current(urn)
          .orElseThrow(
              () ->
                  new EngineException(
                      FailureClass.INVALID, "the default provider could not be configured"));
    }
  }

  private ResourceState settle(ResourceState asked, Replacement order) {
    var old = snapshot.recorded(asked.urn()).orElse(null);
    var wanted = checked(asked, old == null ? ObjectValue.empty() : old.inputs());
    if (old == null) {
      return configured(steps.register(null, wanted.withId(newId()), OperationType.CREATE));
    }
    var difference = providers.compare(old, wanted);
    if (!difference.changed()) {
      var kept = steps.same(old, wanted);
      return configured(kept);
    }
    if (difference.replaces().isEmpty()) {
      return configured(steps.register(old, wanted.withId(old.id()), OperationType.UPDATE));
    }
    return replaced(old, checked(asked, ObjectValue.empty()), order);
  }

  /** The new one comes first: what the old one manages goes by the old one. */
  private ResourceState replaced(ResourceState old, ResourceState wanted, Replacement order) {
    if (old.options().protect() && wanted.options().protect()) {
      throw Protection.refusal(old);
    }
    if (order == Replacement.DELETE_FIRST) {
      throw EngineException.unsupported("deleteBeforeReplace of a provider that is replaced");
    }
    replacements.note(wanted.urn());
    var made = steps.registerBeside(old, wanted.withId(newId()));
    steps.replaced(old, made, Difference.NONE);
    return configured(made);
  }

  private ResourceState checked(ResourceState asked, ObjectValue oldInputs) {
    var kept = PropertyPaths.keep(oldInputs, asked.inputs(), ignored(asked, oldInputs));
    var wanted = asked.withInputs(kept);
    var inputs = providers.check(wanted, oldInputs);
    return wanted.withInputs(inputs).withOutputs(ProviderInputs.forPackage(inputs));
  }

  private static List<String> ignored(ResourceState asked, ObjectValue oldInputs) {
    return oldInputs.fields().isEmpty() ? List.of() : asked.options().ignoreChanges();
  }

  private ResourceState configured(ResourceState provider) {
    providers.of(provider);
    return provider;
  }

  private String newId() {
    return context.preview() ? Signatures.UNKNOWN : UUID.randomUUID().toString();
  }
}
