package dev.helium.engine.run;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.ReferenceValue;
import dev.helium.engine.property.Unknowns;
import dev.helium.engine.provider.ComponentRequest;
import dev.helium.engine.provider.MethodRequest;
import dev.helium.engine.provider.ProviderAnswer;
import dev.helium.engine.provider.RunFacts;
import dev.helium.engine.state.ResourceState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a program asks of providers beside resources: functions, methods and whole components. */
final class ProviderRequests {
  private static final String SELF = "__self__";
  private static final String PROVIDER_TYPE = "pulumi:providers:";

  private final RunContext context;
  private final StackSnapshot snapshot;
  private final ProviderRegistry providers;
  private final ProviderChoice choice;

  ProviderRequests(
      RunContext context,
      StackSnapshot snapshot,
      ProviderRegistry providers,
      ProviderChoice choice) {
    this.context = context;
    this.snapshot = snapshot;
    this.providers = providers;
    this.choice = choice;
  }

  /** Calls a function; empty when a preview cannot know the answer. */
  Optional<ObjectValue> invoke(FunctionCall function) {
    context.redactor().learn(function.arguments());
    if (context.preview() && Unknowns.anyIn(function.arguments())) {
      return Optional.empty();
    }
    var provider = provider(function.provider(), function);
    var answer =
        providers
            .of(provider)
            .invoke(function.token(), function.arguments(), context.call("", Duration.ZERO));
    context.redactor().learn(answer);
    return Optional.of(answer);
  }

  /** Calls a method of a resource. */
  ProviderAnswer call(FunctionCall method, RunFacts run) {
    context.redactor().learn(method.arguments());
    var provider = provider(providerOfMethod(method), method);
    var answer =
        providers
            .of(provider)
            .call(
                new MethodRequest(method.token(), method.arguments(), method.dependencies()),
                run,
                context.call("", Duration.ZERO));
    context.redactor().learn(answer.outputs());
    return answer;
  }

  /** Has a provider build a component. */
  ProviderAnswer construct(Goal goal, String parent, List<String> aliases, RunFacts run) {
    context.redactor().learn(goal.inputs());
    var packageName = ProviderRegistry.packageOf(goal.type());
    var reference =
        goal.provider().isEmpty()
            ? goal.providers().getOrDefault(packageName, "")
            : goal.provider();
    var provider = choice.of(reference, goal.type(), goal.version(), goal.downloadUrl());
    var answer =
        providers
            .of(provider)
            .construct(
                new ComponentRequest(
                    goal.type(),
                    goal.name(),
                    parent,
                    goal.inputs(),
                    goal.propertyDependencies(),
                    goal.dependencies(),
                    aliases,
                    withOwn(goal, provider),
                    goal.options(),
                    deleteBeforeReplace(goal)),
                run,
                context.call("", Duration.ZERO));
    context.redactor().learn(answer.outputs());
    return answer;
  }

  /** Resources of the component's own package use the provider that builds it. */
  private static Map<String, String> withOwn(Goal goal, ResourceState provider) {
    var all = new TreeMap<>(goal.providers());
    if (!goal.provider().isEmpty()) {
      all.putIfAbsent(
          ProviderRegistry.packageOf(goal.type()), ProviderRegistry.reference(provider));
    }
    return all;
  }

  private ResourceState provider(String reference, FunctionCall function) {
    return choice.of(reference, function.token(), function.version(), function.downloadUrl());
  }

  /** A method belongs to the provider of its resource, and a provider's own to itself. */
  private String providerOfMethod(FunctionCall method) {
    var self = method.arguments().get(SELF);
    if (method.token().startsWith(PROVIDER_TYPE)) {
      if (self instanceof ReferenceValue(var urn, var id, var _)) {
        return urn + "::" + id;
      }
      throw new EngineException(
          FailureClass.INVALID, "a method of a provider needs the provider: " + method.token());
    }
    if (!method.provider().isEmpty() || !(self instanceof ReferenceValue reference)) {
      return method.provider();
    }
    return snapshot
        .current(reference.urn())
        .map(resource -> resource.links().provider())
        .orElseThrow(
            () -> new EngineException(FailureClass.INVALID, "unknown resource " + reference.urn()));
  }

  private static Boolean deleteBeforeReplace(Goal goal) {
    return switch (goal.deleteBeforeReplace()) {
      case UNSPECIFIED -> null;
      case DELETE_FIRST -> true;
      case CREATE_FIRST -> false;
    };
  }
}
