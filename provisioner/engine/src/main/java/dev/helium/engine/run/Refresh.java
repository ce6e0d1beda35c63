package dev.helium.engine.run;

import com.pulumi.automation.OperationType;
import dev.helium.engine.event.RunEvent;
import dev.helium.engine.event.RunEvent.Failed.Outcome;
import dev.helium.engine.event.Step;
import dev.helium.engine.property.SecretMarks;
import dev.helium.engine.provider.Difference;
import dev.helium.engine.provider.PartlyDoneException;
import dev.helium.engine.provider.PropertyChange;
import dev.helium.engine.provider.ResourceProvider;
import dev.helium.engine.provider.ResourceProvider.Live;
import dev.helium.engine.state.ResourceState;
import dev.helium.engine.state.ResourceState.Condition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/**
 * Reads every managed resource, many at once, and records what is there; what is gone is forgotten.
 * A resource that cannot be read stays as it is recorded, and the others are read all the same.
 */
final class Refresh {
  private final RunContext context;
  private final StackSnapshot snapshot;
  private final ProviderRegistry providers;
  private final Targeting targeting;
  private final Executor executor;
  private final Semaphore places;

  Refresh(StackSession session, Executor executor) {
    this.context = session.context();
    this.snapshot = session.snapshot();
    this.providers = session.providers();
    this.targeting = session.targeting();
    this.executor = executor;
    this.places = new Semaphore(context.options().parallelOperations());
  }

  void run() {
    var before = snapshot.untouched();
    var reads =
        targeting.refreshed(before).stream()
            .map(resource -> CompletableFuture.runAsync(() -> refresh(resource), executor))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(reads).join();
    snapshot.repairLinks(before);
    context.cancellation().check();
    if (context.firstFailure() != null) {
      throw context.firstFailure();
    }
  }

  private void refresh(ResourceState resource) {
    places.acquireUninterruptibly();
    var step = Step.of(OperationType.REFRESH, resource, resource);
    try {
      if (context.cancellation().isCancelled()) {
        return;
      }
      context.tell(new RunEvent.Begun(step));
      var isRead =
          resource.custom() && !resource.isProvider() && !resource.condition().pendingReplacement();
      done(isRead ? read(resource) : step.as(OperationType.SAME));
    } catch (RuntimeException failure) {
      // The other reads change nothing that this one could have been needed for.
      context.unreadable(failure, step, Outcome.UNCHANGED);
    } finally {
      places.release();
    }
  }

  private void done(Step step) {
    context.count(step);
    context.tell(new RunEvent.Done(step));
  }

  private Step read(ResourceState resource) {
    var provider = providers.of(snapshot, resource);
    Optional<Live> live;
    List<String> reasons = List.of();
    try {
      live = provider.read(resource, context.call(resource.urn(), timeout(resource)));
    } catch (PartlyDoneException unusable) {
      live = Optional.of(unusable.live());
      reasons = unusable.reasons();
      context.message(
          "warning",
          "the resource is there but not usable: " + String.join("; ", reasons),
          resource.urn(),
          false);
    }
    if (live.isEmpty()) {
      snapshot.deleted(null, resource);
      return Step.of(OperationType.DELETE, resource, null);
    }
    return record(provider, resource, live.get(), reasons);
  }

  private static Duration timeout(ResourceState resource) {
    return resource.options().customTimeouts().getOrDefault("read", Duration.ZERO);
  }

  private Step record(
      ResourceProvider provider, ResourceState resource, Live live, List<String> reasons) {
    var outputs = SecretMarks.mark(live.outputs(), resource.options().additionalSecretOutputs());
    var condition = resource.condition();
    var read =
        resource
            .withId(live.id())
            .withInputs(live.inputs())
            .withOutputs(outputs)
            .withCondition(
                new Condition(
                    condition.delete(),
                    condition.pendingReplacement(),
                    condition.external(),
                    reasons));
    var changed =
        !read.inputs().equals(resource.inputs()) || !read.outputs().equals(resource.outputs());
    if (changed) {
      read = read.withTimes(resource.created(), context.options().clock().instant());
    }
    if (!read.equals(resource)) {
      snapshot.refreshed(resource, read);
    }
    return seen(provider, resource, read, changed);
  }

  /** What an update back to the recorded inputs would do, seen from the other side. */
  private Step seen(
      ResourceProvider provider, ResourceState resource, ResourceState read, boolean changed) {
    if (resource.condition().external() || !changed) {
      return Step.of(changed ? OperationType.UPDATE : OperationType.SAME, resource, read);
    }
    var back =
        provider.diff(
            read, read.withInputs(resource.inputs()), context.call(resource.urn(), Duration.ZERO));
    var operation = back.changed() ? OperationType.UPDATE : OperationType.SAME;
    return new Step(operation, resource, read, inverted(back));
  }

  private static Difference inverted(Difference back) {
    var details = new TreeMap<String, PropertyChange>();
    back.details()
        .forEach(
            (path, change) ->
                details.put(
                    path,
                    new PropertyChange(
                        switch (change.kind()) {
                          case ADD -> PropertyChange.Kind.DELETE;
                          case DELETE -> PropertyChange.Kind.ADD;
                          case UPDATE -> PropertyChange.Kind.UPDATE;
                        },
                        change.replaces(),
                        change.inputs())));
    return new Difference(back.changed(), back.paths(), back.replaces(), false, details);
  }
}
