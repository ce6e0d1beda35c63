package dev.helium.engine.run;

import com.pulumi.automation.OperationType;
import dev.helium.engine.event.RunEvent;
import dev.helium.engine.event.RunEvent.Failed.Outcome;
import dev.helium.engine.event.Step;
import dev.helium.engine.property.SecretMarks;
import dev.helium.engine.provider.Call;
import dev.helium.engine.provider.Difference;
import dev.helium.engine.provider.PartlyDoneException;
import dev.helium.engine.provider.ResourceProvider;
import dev.helium.engine.provider.ResourceProvider.Live;
import dev.helium.engine.state.PendingOperation;
import dev.helium.engine.state.PendingOperation.Kind;
import dev.helium.engine.state.ResourceState;
import dev.helium.engine.state.ResourceState.Condition;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Does single steps: notes them as pending, asks the provider, notes what came of it, and tells all
 * that. In a preview the provider is only asked what would come of it.
 */
final class StepRunner {
  private final RunContext context;
  private final StackSnapshot snapshot;
  private final Semaphore places;

  StepRunner(RunContext context, StackSnapshot snapshot) {
    this.context = context;
    this.snapshot = snapshot;
    this.places = new Semaphore(context.options().parallelOperations());
  }

  /** Keeps a resource as it is, with what the program now says about it. */
  ResourceState same(ResourceState old, ResourceState wanted) {
    var outputs = SecretMarks.mark(old.outputs(), wanted.options().additionalSecretOutputs());
    return keep(
        old, wanted.withId(old.id()).withOutputs(outputs).withTimes(old.created(), old.modified()));
  }

  /** Keeps a resource exactly as it is recorded, whatever the program says. */
  ResourceState untargeted(ResourceState old) {
    return keep(old, old);
  }

  /** Tells of a resource that is not created because it is no target; nothing is recorded. */
  void skip(ResourceState wanted) {
    var step = Step.of(OperationType.SAME, wanted, wanted);
    context.tell(new RunEvent.Begun(step));
    done(step);
  }

  /** Keeps what this run has just recorded; it was told already. */
  ResourceState settled(ResourceState recorded) {
    snapshot.same(recorded, recorded);
    return recorded;
  }

  /** Notes a resource without a provider operation; {@code old} is null for a new one. */
  ResourceState register(ResourceState old, ResourceState wanted, OperationType operation) {
    var now = context.options().clock().instant();
    var noted = wanted.withTimes(old == null ? now : old.created(), now);
    var step = Step.of(operation, old, noted);
    context.tell(new RunEvent.Begun(step));
    snapshot.registered(old, noted);
    done(step);
    return noted;
  }

  /** The same for one that takes the place of another, which is to be deleted later. */
  ResourceState registerBeside(ResourceState old, ResourceState wanted) {
    var now = context.options().clock().instant();
    var noted = wanted.withTimes(now, now);
    var step = Step.of(OperationType.CREATE_REPLACEMENT, old, noted);
    context.tell(new RunEvent.Begun(step));
    snapshot.createdBeside(null, old, noted);
    done(step);
    return noted;
  }

  /** Does a step that changes nothing outside, so nothing is noted while it is under way. */
  ResourceState look(Step step, Supplier<ResourceState> action) {
    context.requireGoing();
    places.acquireUninterruptibly();
    try {
      context.requireGoing();
      context.tell(new RunEvent.Begun(step));
      var result = action.get();
      if (isWorthCounting(step, result)) {
        context.count(step);
      }
      context.tell(new RunEvent.Done(step.with(result)));
      return result;
    } catch (RuntimeException failure) {
      throw context.stepFailed(failure, step, Outcome.UNCHANGED);
    } finally {
      places.release();
    }
  }

  /** Reading what is as it was is no change. */
  private static boolean isWorthCounting(Step step, ResourceState result) {
    return step.operation() != OperationType.READ
        || (step.before() != null && !step.before().outputs().equals(result.outputs()));
  }

  /** Makes a resource that was not there. */
  ResourceState create(ResourceProvider provider, ResourceState wanted) {
    var step = Step.of(OperationType.CREATE, null, wanted);
    return operation(
        step,
        Kind.CREATING,
        wanted,
        () -> provider.create(wanted, call(wanted, "create")),
        snapshot::created);
  }

  /** Makes the new resource of a replacement; the old one stays for now, or is gone already. */
  ResourceState createReplacement(
      ResourceProvider provider, ResourceState old, ResourceState wanted, Difference difference) {
    var step = new Step(OperationType.CREATE_REPLACEMENT, old, wanted, difference);
    return operation(
        step,
        Kind.CREATING,
        wanted,
        () -> provider.create(wanted, call(wanted, "create")),
        (pending, made) -> {
          if (old.condition().pendingReplacement()) {
            snapshot.createdAfter(pending, old, made);
          } else {
            snapshot.createdBeside(pending, old, made);
          }
        });
  }

  /** Tells that a resource takes the place of another one: the change that people see. */
  void replaced(ResourceState old, ResourceState wanted, Difference difference) {
    var step = new Step(OperationType.REPLACE, old, wanted, difference);
    context.tell(new RunEvent.Begun(step));
    done(step);
  }

  /** Changes a resource in place. */
  ResourceState update(
      ResourceProvider provider, ResourceState old, ResourceState wanted, Difference difference) {
    var changed = wanted.withId(old.id()).withTimes(old.created(), null);
    return operation(
        new Step(OperationType.UPDATE, old, changed, difference),
        Kind.UPDATING,
        changed,
        () -> provider.update(old, changed, call(changed, "update")),
        (pending, now) -> snapshot.createdAfter(pending, old, now));
  }

  /** Removes a resource whose time is over. */
  void delete(ResourceProvider provider, ResourceState old, OperationType operation) {
    remove(provider, old, operation, pending -> snapshot.deleted(pending, old));
  }

  /** Removes a resource so that a new one can take its place. */
  void deleteToReplace(ResourceProvider provider, ResourceState old) {
    remove(
        provider,
        old,
        OperationType.DELETE_REPLACED,
        pending -> snapshot.deletedToReplace(pending, old));
  }

  /** Notes that a resource went with another one, so that a new one can take its place. */
  void goneToReplace(ResourceState old) {
    var step = Step.of(OperationType.DELETE_REPLACED, old, null);
    context.tell(new RunEvent.Begun(step));
    snapshot.deletedToReplace(null, old);
    done(step);
  }

  /** Removes a resource from the state only. */
  void forget(ResourceState old, OperationType operation) {
    var step = Step.of(operation, old, null);
    context.tell(new RunEvent.Begun(step));
    snapshot.deleted(null, old);
    done(step);
  }

  private ResourceState keep(ResourceState old, ResourceState kept) {
    var step = Step.of(OperationType.SAME, old, kept);
    context.tell(new RunEvent.Begun(step));
    snapshot.same(old, kept);
    done(step);
    return kept;
  }

  private void done(Step step) {
    context.count(step);
    // A component is done when it has its outputs.
    if (context.preview() || step.subject().custom() || step.operation() == OperationType.DELETE) {
      context.tell(new RunEvent.Done(step));
    }
  }

  private interface Recording {
    void record(PendingOperation pending, ResourceState now);
  }

  private interface Removal {
    void record(PendingOperation pending);
  }

  private ResourceState operation(
      Step step, Kind kind, ResourceState noted, Supplier<Live> action, Recording recording) {
    return attempt(
        step,
        kind,
        noted,
        pending -> {
          try {
            var result = result(noted, action.get());
            recording.record(pending, result);
            return result;
          } catch (PartlyDoneException partly) {
            recording.record(pending, unusable(step, noted, partly));
            throw partly;
          }
        });
  }

  private ResourceState result(ResourceState noted, Live live) {
    var now = context.options().clock().instant();
    var outputs = SecretMarks.mark(live.outputs(), noted.options().additionalSecretOutputs());
    return noted
        .withId(live.id())
        .withOutputs(outputs)
        .withTimes(noted.created() == null ? now : noted.created(), now);
  }

  /** After a failed change the old inputs count, so that the next run sees what is still to do. */
  private ResourceState unusable(Step step, ResourceState noted, PartlyDoneException partly) {
    var inputs = step.operation() == OperationType.UPDATE ? step.before().inputs() : noted.inputs();
    return result(noted, partly.live())
        .withInputs(inputs)
        .withCondition(new Condition(false, false, false, partly.reasons()));
  }

  private void remove(
      ResourceProvider provider, ResourceState old, OperationType operation, Removal removal) {
    var step = Step.of(operation, old, null);
    attempt(
        step,
        Kind.DELETING,
        old,
        pending -> {
          if (!context.preview() && isOurs(old)) {
            provider.delete(old, call(old, "delete"));
          }
          removal.record(pending);
          return null;
        });
  }

  private static boolean isOurs(ResourceState resource) {
    return !resource.condition().external() && !resource.options().retainOnDelete();
  }

  private interface Attempt {
    ResourceState make(PendingOperation pending);
  }

  private ResourceState attempt(Step step, Kind kind, ResourceState noted, Attempt attempt) {
    context.requireGoing();
    places.acquireUninterruptibly();
    try {
      context.requireGoing();
      context.tell(new RunEvent.Begun(step));
      var pending = snapshot.begin(kind, noted);
      try {
        var result = attempt.make(pending);
        done(step.with(result));
        return result;
      } catch (RuntimeException failure) {
        if (Certainty.isCertain(failure)) {
          snapshot.abandon(pending);
        }
        throw context.stepFailed(failure, step, Certainty.outcome(failure));
      }
    } finally {
      places.release();
    }
  }

  /** What one operation on a resource may use. */
  Call call(ResourceState resource, String operation) {
    var timeout = resource.options().customTimeouts().getOrDefault(operation, Duration.ZERO);
    return context.call(resource.urn(), timeout);
  }
}
