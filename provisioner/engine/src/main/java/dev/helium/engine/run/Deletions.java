package dev.helium.engine.run;

import com.pulumi.automation.OperationType;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.event.Step;
import dev.helium.engine.provider.ResourceProvider;
import dev.helium.engine.state.ResourceState;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * Removes what nobody wants any more, each resource only after everything that needs it is gone,
 * otherwise at the same time. What cannot be removed keeps all that it needs; the rest goes.
 */
final class Deletions {
  private final RunContext context;
  private final StackSnapshot snapshot;
  private final ProviderRegistry providers;
  private final StepRunner steps;
  private final Targeting targeting;
  private final Executor executor;

  Deletions(
      RunContext context,
      StackSnapshot snapshot,
      ProviderRegistry providers,
      StepRunner steps,
      Targeting targeting,
      Executor executor) {
    this.context = context;
    this.snapshot = snapshot;
    this.providers = providers;
    this.steps = steps;
    this.targeting = targeting;
    this.executor = executor;
  }

  /**
   * Removes what this run has not touched; throws the first failure after everything under way has
   * ended.
   *
   * @param wanted URNs of what the program wants, whatever became of it
   */
  void run(Set<String> wanted) {
    var untouched = snapshot.untouched();
    var allowed = targeting.deletable(snapshot.all());
    var usedByOld = neededBy(untouched, resource -> isLive(resource, wanted));
    var replaced =
        untouched.stream()
            .filter(resource -> resource.condition().delete())
            .filter(resource -> allowed.contains(resource.urn()))
            .filter(resource -> !usedByOld.contains(resource.urn()))
            .toList();
    var unwanted =
        untouched.stream()
            .filter(resource -> !resource.condition().delete())
            .filter(resource -> !wanted.contains(resource.urn()))
            .toList();
    var used =
        neededBy(
            snapshot.all(),
            resource -> !replaced.contains(resource) && !unwanted.contains(resource));
    var doomed = unwanted.stream().filter(resource -> !used.contains(resource.urn())).toList();
    doomed.stream()
        .filter(resource -> !allowed.contains(resource.urn()))
        .forEach(steps::untargeted);
    var going =
        untouched.stream()
            .filter(
                resource ->
                    replaced.contains(resource)
                        || (doomed.contains(resource) && allowed.contains(resource.urn())))
            .toList();
    requireAskedFor(going);
    var taken = new TakenAlong(going, this::usable);
    finish(new DeletionOrder(going, taken::by).start(this::remove, executor));
  }

  private static boolean isLive(ResourceState resource, Set<String> wanted) {
    return !resource.condition().delete() && wanted.contains(resource.urn());
  }

  /** Everything that the resources which stay need, and what that needs. */
  private static Set<String> neededBy(
      List<ResourceState> resources, Predicate<ResourceState> stays) {
    var needed = new HashSet<String>();
    for (var resource : resources.reversed()) {
      if (stays.test(resource)
          || (!resource.condition().delete() && needed.contains(resource.urn()))) {
        needed.addAll(resource.needs());
      }
    }
    return needed;
  }

  private void requireAskedFor(List<ResourceState> going) {
    EngineException refused = null;
    for (var resource : going) {
      if (!targeting.mayBeDeleted(resource.urn())) {
        refused =
            context.problem(
                new EngineException(
                    FailureClass.INVALID,
                    Urns.name(resource.urn())
                        + " would be deleted because it needs a target, and is no target itself;"
                        + " make it one or ask for the dependents of targets"),
                resource.urn());
      }
    }
    if (refused != null && !context.preview()) {
      throw refused;
    }
  }

  private static void finish(List<CompletableFuture<Void>> removals) {
    try {
      CompletableFuture.allOf(removals.toArray(CompletableFuture<?>[]::new)).join();
    } catch (CompletionException failure) {
      // The run keeps its first failure and throws that one.
      throw failure.getCause() instanceof EngineException typed ? typed : failure;
    }
  }

  private void remove(ResourceState resource, boolean goesWithAnother) {
    var condition = resource.condition();
    if (resource.options().protect() && !condition.delete()) {
      throw context.refused(
          Protection.refusal(resource), Step.of(operation(resource), resource, null));
    }
    context.requireGoing();
    if (TakenAlong.isDeleted(resource) && !goesWithAnother) {
      steps.delete(provider(resource), resource, operation(resource));
    } else {
      steps.forget(resource, operation(resource));
    }
  }

  private Optional<ResourceProvider> usable(ResourceState resource) {
    try {
      return Optional.of(providers.of(snapshot, resource));
    } catch (RuntimeException unusable) {
      // Its own deletion meets and tells this.
      return Optional.empty();
    }
  }

  private ResourceProvider provider(ResourceState resource) {
    try {
      return providers.of(snapshot, resource);
    } catch (RuntimeException failure) {
      throw context.failed(failure, resource.urn());
    }
  }

  private static OperationType operation(ResourceState resource) {
    var condition = resource.condition();
    if (condition.pendingReplacement()) {
      return OperationType.REMOVE_PENDING_REPLACE;
    }
    if (condition.external()) {
      return condition.delete() ? OperationType.DISCARD_REPLACED : OperationType.READ_DISCARD;
    }
    return condition.delete() ? OperationType.DELETE_REPLACED : OperationType.DELETE;
  }
}
