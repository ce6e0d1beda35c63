package dev.helium.engine.run;

import com.pulumi.automation.OperationType;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.state.ResourceState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Removes resources, each only after everything that needs it is gone, otherwise at the same time.
 */
final class Deletions {
  private final RunContext context;
  private final StackSnapshot snapshot;
  private final ProviderRegistry providers;
  private final StepRunner steps;
  private final Executor executor;

  Deletions(
      RunContext context,
      StackSnapshot snapshot,
      ProviderRegistry providers,
      StepRunner steps,
      Executor executor) {
    this.context = context;
    this.snapshot = snapshot;
    this.providers = providers;
    this.steps = steps;
    this.executor = executor;
  }

  /** Removes these resources; throws the first failure after everything under way has ended. */
  void run(List<ResourceState> doomed) {
    for (var resource : doomed) {
      if (!resource.condition().delete()) {
        protect(resource);
      }
    }
    var urns = new HashSet<String>();
    doomed.forEach(resource -> urns.add(resource.urn()));
    var gone = new HashMap<ResourceState, CompletableFuture<Void>>();
    // Recorded order puts needs first, so walking backwards meets every dependent before what it
    // needs.
    for (var resource : doomed.reversed()) {
      var before = new ArrayList<CompletableFuture<Void>>();
      dependents(resource, doomed, gone.keySet())
          .forEach(dependent -> before.add(gone.get(dependent)));
      gone.put(
          resource,
          CompletableFuture.allOf(before.toArray(CompletableFuture<?>[]::new))
              .thenRunAsync(() -> remove(resource, urns), executor));
    }
    finish(gone);
  }

  private void protect(ResourceState resource) {
    try {
      StepRunner.requireUnprotected(resource);
    } catch (EngineException refused) {
      throw context.failed(refused, resource.urn());
    }
  }

  private static List<ResourceState> dependents(
      ResourceState resource, List<ResourceState> doomed, Set<ResourceState> scheduled) {
    return doomed.stream()
        .filter(scheduled::contains)
        .filter(other -> other.needs().contains(resource.urn()))
        .toList();
  }

  private static void finish(Map<ResourceState, CompletableFuture<Void>> gone) {
    try {
      CompletableFuture.allOf(gone.values().toArray(CompletableFuture<?>[]::new)).join();
    } catch (CompletionException failure) {
      // The run keeps its first failure and throws that one.
      throw failure.getCause() instanceof EngineException typed ? typed : failure;
    }
  }

  private void remove(ResourceState resource, Set<String> doomed) {
    var operation = operation(resource);
    if (isForgotten(resource, doomed)) {
      steps.forget(resource, operation);
      return;
    }
    var provider =
        snapshot
            .provider(resource.links().provider())
            .orElseThrow(
                () ->
                    context.failed(
                        new EngineException(
                            FailureClass.STATE_UNREADABLE,
                            "the provider of the resource is not recorded"),
                        resource.urn()));
    steps.delete(providers.of(provider), resource, operation);
  }

  private static OperationType operation(ResourceState resource) {
    var replaced = resource.condition().delete();
    if (resource.condition().external()) {
      return replaced ? OperationType.DISCARD_REPLACED : OperationType.READ_DISCARD;
    }
    return replaced ? OperationType.DELETE_REPLACED : OperationType.DELETE;
  }

  private static boolean isForgotten(ResourceState resource, Set<String> doomed) {
    return !resource.custom()
        || resource.isProvider()
        || resource.condition().external()
        || resource.condition().pendingReplacement()
        || resource.options().retainOnDelete()
        || doomed.contains(resource.options().deletedWith());
  }
}
