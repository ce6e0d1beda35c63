package dev.helium.engine.run;

import com.pulumi.automation.OperationType;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.event.RunEvent;
import dev.helium.engine.event.Step;
import dev.helium.engine.property.SecretMarks;
import dev.helium.engine.provider.Call;
import dev.helium.engine.provider.ResourceProvider;
import dev.helium.engine.provider.ResourceProvider.Live;
import dev.helium.engine.state.PendingOperation;
import dev.helium.engine.state.PendingOperation.Kind;
import dev.helium.engine.state.ResourceState;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Does single steps: notes them as pending, asks the provider, notes what came of it, and tells all
 * that.
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
    var kept =
        wanted.withId(old.id()).withOutputs(outputs).withTimes(old.created(), old.modified());
    var step = Step.of(OperationType.SAME, old, kept);
    context.tell(new RunEvent.Begun(step));
    snapshot.same(old, kept);
    context.count(OperationType.SAME);
    context.tell(new RunEvent.Done(step));
    return kept;
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
    context.count(operation);
    context.tell(new RunEvent.Done(step));
    return noted;
  }

  /** The same for one that takes the place of another, which is to be deleted later. */
  ResourceState registerBeside(ResourceState old, ResourceState wanted) {
    var now = context.options().clock().instant();
    var noted = wanted.withTimes(now, now);
    var step = Step.of(OperationType.CREATE_REPLACEMENT, old, noted);
    context.tell(new RunEvent.Begun(step));
    snapshot.createdBeside(null, old, noted);
    context.count(OperationType.CREATE_REPLACEMENT);
    context.tell(new RunEvent.Done(step));
    return noted;
  }

  /** Does a step that changes nothing outside, so nothing is noted while it is under way. */
  ResourceState look(Step step, Supplier<ResourceState> action) {
    context.cancellation().check();
    places.acquireUninterruptibly();
    try {
      context.cancellation().check();
      context.tell(new RunEvent.Begun(step));
      var result = action.get();
      if (isWorthCounting(step, result)) {
        context.count(step.operation());
      }
      context.tell(new RunEvent.Done(step.with(result)));
      return result;
    } catch (RuntimeException failure) {
      var told = context.failed(failure, step.subject().urn());
      context.tell(new RunEvent.Failed(step));
      throw told;
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
      ResourceProvider provider, ResourceState old, ResourceState wanted) {
    var step = Step.of(OperationType.CREATE_REPLACEMENT, old, wanted);
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

  /** Changes a resource in place. */
  ResourceState update(ResourceProvider provider, Step step) {
    var old = step.before();
    var wanted = step.after().withId(old.id()).withTimes(old.created(), null);
    return operation(
        step,
        Kind.UPDATING,
        wanted,
        () -> provider.update(old, wanted, call(wanted, "update")),
        (pending, now) -> snapshot.updated(pending, old, now));
  }

  /** Removes a resource whose time is over. */
  void delete(ResourceProvider provider, ResourceState old, OperationType operation) {
    remove(provider, old, operation, pending -> snapshot.deleted(pending, old));
  }

  /**
   * Removes a resource so that a new one can take its place; returns what is recorded of it now.
   */
  ResourceState deleteToReplace(ResourceProvider provider, ResourceState old) {
    var waiting = new ResourceState[1];
    remove(
        provider,
        old,
        OperationType.DELETE_REPLACED,
        pending -> waiting[0] = snapshot.deletedToReplace(pending, old));
    return waiting[0];
  }

  /** Removes a resource from the state only. */
  void forget(ResourceState old, OperationType operation) {
    var step = Step.of(operation, old, null);
    context.tell(new RunEvent.Begun(step));
    snapshot.deleted(null, old);
    context.count(operation);
    context.tell(new RunEvent.Done(step));
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
          var live = action.get();
          var now = context.options().clock().instant();
          var outputs = SecretMarks.mark(live.outputs(), noted.options().additionalSecretOutputs());
          var result =
              noted
                  .withId(live.id())
                  .withOutputs(outputs)
                  .withTimes(noted.created() == null ? now : noted.created(), now);
          recording.record(pending, result);
          return result;
        });
  }

  private void remove(
      ResourceProvider provider, ResourceState old, OperationType operation, Removal removal) {
    var step = Step.of(operation, old, null);
    attempt(
        step,
        Kind.DELETING,
        old,
        pending -> {
          provider.delete(old, call(old, "delete"));
          removal.record(pending);
          return null;
        });
  }

  private interface Attempt {
    ResourceState make(PendingOperation pending);
  }

  private ResourceState attempt(Step step, Kind kind, ResourceState noted, Attempt attempt) {
    context.cancellation().check();
    places.acquireUninterruptibly();
    try {
      context.cancellation().check();
      context.tell(new RunEvent.Begun(step));
      var pending = snapshot.begin(kind, noted);
      try {
        var result = attempt.make(pending);
        context.count(step.operation());
        context.tell(new RunEvent.Done(step.with(result)));
        return result;
      } catch (RuntimeException failure) {
        if (isCertain(failure)) {
          snapshot.abandon(pending);
        }
        var told = context.failed(failure, noted.urn());
        context.tell(new RunEvent.Failed(step));
        throw told;
      }
    } finally {
      places.release();
    }
  }

  /**
   * False when the operation may have happened all the same: then it stays pending and is looked up
   * later.
   */
  private static boolean isCertain(RuntimeException failure) {
    if (!(failure instanceof EngineException typed)) {
      return false;
    }
    return switch (typed.failure().failureClass()) {
      case CLUSTER_UNREACHABLE, PLUGIN_DIED, TIMED_OUT, CANCELLED, INTERNAL -> false;
      case INVALID, FORBIDDEN, QUOTA_EXCEEDED, CONFLICT, ALREADY_EXISTS, NOT_FOUND -> true;
      case DELETE_BLOCKED, UNSUPPORTED, PLUGIN_MISSING, PROVIDER_FAILED -> true;
      case LOCKED, STACK_NOT_FOUND, STACK_EXISTS, STACK_NOT_EMPTY, STATE_UNREADABLE -> true;
      case WRONG_PASSPHRASE, PROGRAM_FAILED -> true;
    };
  }

  /** What one operation on a resource may use. */
  Call call(ResourceState resource, String operation) {
    var timeout = resource.options().customTimeouts().getOrDefault(operation, Duration.ZERO);
    return context.call(resource.urn(), timeout);
  }

  /** Refuses to remove what is protected. */
  static void requireUnprotected(ResourceState resource) {
    if (resource.options().protect()) {
      throw new EngineException(
          FailureClass.INVALID,
          "the resource is protected and cannot be deleted; unprotect it first: "
              + Urns.name(resource.urn()));
    }
  }
}
