package dev.helium.engine.run;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.provider.Leftover;
import dev.helium.engine.provider.ResourceProvider;
import dev.helium.engine.provider.ResourceProvider.Live;
import dev.helium.engine.state.PendingOperation;
import dev.helium.engine.state.ResourceState;
import java.time.Duration;

/**
 * Finds out what became of the operations of a run that died: adopts what it made, forgets what it
 * did not.
 */
final class PendingOperations {
  private final RunContext context;
  private final StackSnapshot snapshot;
  private final ProviderRegistry providers;

  PendingOperations(RunContext context, StackSnapshot snapshot, ProviderRegistry providers) {
    this.context = context;
    this.snapshot = snapshot;
    this.providers = providers;
  }

  /**
   * Resolves all of them.
   *
   * @param wanted true when the run may want what an earlier one was deleting
   */
  void resolve(boolean wanted) {
    for (var operation : snapshot.pending()) {
      context.cancellation().check();
      try {
        resolve(operation, wanted);
      } catch (RuntimeException failure) {
        throw context.failed(failure, operation.resource().urn());
      }
    }
  }

  private void resolve(PendingOperation operation, boolean wanted) {
    switch (operation.kind()) {
      case CREATING -> resolveCreation(operation);
      case DELETING -> {
        if (wanted) {
          resolveDeletion(operation.resource());
        }
        snapshot.abandon(operation);
      }
      // The recorded resource is still the old one: the next comparison does it again.
      case UPDATING, READING, IMPORTING -> snapshot.abandon(operation);
    }
  }

  /** What is on its way out cannot be kept: whoever wants it gets a new one. */
  private void resolveDeletion(ResourceState deleted) {
    var recorded =
        snapshot.recorded(deleted.urn()).filter(resource -> resource.id().equals(deleted.id()));
    if (recorded.isPresent()
        && provider(recorded.get())
            .isLeaving(recorded.get(), context.call(deleted.urn(), Duration.ZERO))) {
      snapshot.leaving(recorded.get());
    }
  }

  private void resolveCreation(PendingOperation operation) {
    var asked = context.settings().pendingCreations();
    var id = asked.ids().get(operation.resource().urn());
    if (id != null) {
      adoptAs(operation, id);
      return;
    }
    switch (asked.kind()) {
      case LOOK_UP -> lookUp(operation);
      case FORGET -> snapshot.abandon(operation);
      case KEEP -> {}
    }
  }

  private void adoptAs(PendingOperation operation, String id) {
    var sketch = operation.resource().withId(id);
    var found =
        provider(sketch)
            .find(sketch, context.call(sketch.urn(), Duration.ZERO))
            .orElseThrow(
                () ->
                    new EngineException(
                        FailureClass.NOT_FOUND, "there is no resource with the id " + id));
    adopt(operation, found);
  }

  private void lookUp(PendingOperation operation) {
    var wanted = operation.resource();
    var provider = provider(wanted);
    var found = provider.findCreated(wanted, context.call(wanted.urn(), Duration.ZERO));
    switch (found) {
      case Leftover.Made(var live) -> adopt(operation, live);
      case Leftover.Nothing() -> snapshot.notMade(operation);
      case Leftover.Unknowable() ->
          context.message(
              "warning",
              "the creation of this resource was interrupted; whether it exists is not known",
              wanted.urn(),
              false);
    }
  }

  private void adopt(PendingOperation operation, Live found) {
    var wanted = operation.resource();
    var now = context.options().clock().instant();
    context.message("info", "adopting what an interrupted run created", wanted.urn(), false);
    var made = wanted.withId(found.id()).withOutputs(found.outputs()).withTimes(now, now);
    var replaced =
        snapshot
            .recorded(wanted.urn())
            .filter(old -> !old.condition().pendingReplacement() && !old.id().equals(made.id()));
    if (replaced.isPresent()) {
      // The new one of a replacement came into being beside the old one.
      snapshot.adoptedBeside(operation, replaced.get(), made);
    } else {
      snapshot.adopted(operation, made);
    }
  }

  private ResourceProvider provider(ResourceState resource) {
    return snapshot
        .provider(resource.links().provider())
        .map(providers::of)
        .orElseThrow(
            () ->
                new EngineException(
                    FailureClass.STATE_UNREADABLE,
                    "the provider of a pending operation is not recorded"));
  }
}
