package dev.helium.engine.run;

import com.pulumi.automation.OperationType;
import dev.helium.engine.EngineException;
import dev.helium.engine.EngineFailure;
import dev.helium.engine.EngineOptions;
import dev.helium.engine.FailureClass;
import dev.helium.engine.event.EventPump;
import dev.helium.engine.event.Redactor;
import dev.helium.engine.event.RunEvent;
import dev.helium.engine.event.RunEvent.Failed.Outcome;
import dev.helium.engine.event.Step;
import dev.helium.engine.provider.Call;
import dev.helium.engine.provider.Cancellation;
import dev.helium.engine.provider.Ownership;
import dev.helium.engine.state.StackReference;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all parts of one run share. */
public final class RunContext {
  private static final Logger LOG = LoggerFactory.getLogger(RunContext.class);

  private final StackReference stack;
  private final EngineOptions options;
  private final RunSettings settings;
  private final Cancellation cancellation;
  private final EventPump events;
  private final Redactor redactor = new Redactor();
  private final Map<OperationType, Integer> changes = new EnumMap<>(OperationType.class);
  private final AtomicReference<EngineException> firstFailure = new AtomicReference<>();
  private final Set<EngineException> told =
      Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
  private final Instant start;
  private volatile Ownership ownership = Ownership.UNDISPUTED;
  private volatile boolean halted;
  private volatile boolean maybeCorrupt;

  public RunContext(
      StackReference stack,
      EngineOptions options,
      RunSettings settings,
      Cancellation cancellation,
      EventPump events) {
    this.stack = stack;
    this.options = options;
    this.settings = settings;
    this.cancellation = cancellation;
    this.events = events;
    this.start = options.clock().instant();
  }

  public StackReference stack() {
    return stack;
  }

  public EngineOptions options() {
    return options;
  }

  public RunSettings settings() {
    return settings;
  }

  public Cancellation cancellation() {
    return cancellation;
  }

  public Redactor redactor() {
    return redactor;
  }

  public Instant start() {
    return start;
  }

  /** From now on every change is preceded by a look at who owns the stack. */
  void owned(Ownership owner) {
    this.ownership = owner;
  }

  /** True when nothing may be changed. */
  public boolean preview() {
    return settings.preview();
  }

  /** Tells an event. */
  public void tell(RunEvent event) {
    events.tell(event);
  }

  /** Tells a message, cleaned of secrets. */
  public void message(String severity, String message, String urn, boolean passing) {
    tell(new RunEvent.Diagnostic(severity, redactor.clean(message), urn, passing));
  }

  /** Counts a step, if it is one that people count. */
  void count(Step step) {
    if (step.isLogical() && !step.isInternal()) {
      synchronized (changes) {
        changes.merge(step.operation(), 1, Integer::sum);
      }
    }
  }

  /** How often each operation was done. */
  public Map<OperationType, Integer> changes() {
    synchronized (changes) {
      return Map.copyOf(changes);
    }
  }

  /** What a provider call for a resource may use; a zero timeout means the provider's default. */
  Call call(String urn, Duration timeout) {
    return new Call(
        preview(), cancellation, ownership, timeout, line -> message("info", line, urn, true));
  }

  /**
   * Remembers the first failure, tells it unless that was done already, and returns the one to
   * throw. Nothing new begins after it.
   */
  public EngineException failed(RuntimeException failure, String urn) {
    if (failure instanceof EngineException known && told.contains(known)) {
      return known;
    }
    halted = true;
    return remembered(failure, urn);
  }

  /** The same for a step; what does not need its resource may be allowed to go on. */
  EngineException stepFailed(RuntimeException failure, Step step, Outcome outcome) {
    if (!settings.continueOnError()) {
      halted = true;
    }
    if (outcome == Outcome.UNKNOWN) {
      maybeCorrupt = true;
    }
    var clean = remembered(failure, step.subject().urn());
    if (!preview()) {
      tell(new RunEvent.Failed(step, outcome, done()));
    }
    return clean;
  }

  /** The same for a read, which stops no other one. */
  void unreadable(RuntimeException failure, Step step, Outcome outcome) {
    remembered(failure, step.subject().urn());
    if (!preview()) {
      tell(new RunEvent.Failed(step, outcome, done()));
    }
  }

  /** Remembers and tells a failure that makes the run fail in the end, but stops nothing. */
  EngineException problem(RuntimeException failure, String urn) {
    return remembered(failure, urn);
  }

  /** The same for a step that was planned and will not be done. */
  EngineException refused(RuntimeException failure, Step step) {
    tell(new RunEvent.Begun(step));
    var clean = remembered(failure, step.subject().urn());
    if (!preview()) {
      tell(new RunEvent.Failed(step, Outcome.UNCHANGED, done()));
    }
    return clean;
  }

  /** Throws when nothing new may begin. */
  void requireGoing() {
    cancellation.check();
    if (halted) {
      throw new EngineException(FailureClass.CANCELLED, "another resource failed before this one");
    }
  }

  /** True when the outcome of an operation is not known. */
  boolean maybeCorrupt() {
    return maybeCorrupt;
  }

  private int done() {
    return changes().values().stream().mapToInt(Integer::intValue).sum();
  }

  private EngineException remembered(RuntimeException failure, String urn) {
    if (!(failure instanceof EngineException)) {
      LOG.atError().addKeyValue("urn", urn).setCause(failure).log("unexpected failure");
    }
    var said = typed(failure).about(urn);
    var clean =
        new EngineException(
            new EngineFailure(
                said.failure().failureClass(),
                redactor.clean(said.failure().message()),
                said.failure().urn()),
            failure);
    told.add(clean);
    firstFailure.compareAndSet(null, clean);
    if (!cancellation.isCancelled()) {
      message("error", clean.failure().message(), urn, false);
    }
    if (clean.failure().failureClass() == FailureClass.FENCED) {
      cancellation.cancel(FailureClass.FENCED, clean.failure().message());
    }
    return clean;
  }

  /** The first failure, null when there was none. */
  public EngineException firstFailure() {
    return firstFailure.get();
  }

  private static EngineException typed(RuntimeException failure) {
    return failure instanceof EngineException typed
        ? typed
        : new EngineException(
            FailureClass.INTERNAL, "unexpected " + failure.getClass().getSimpleName(), failure);
  }
}
