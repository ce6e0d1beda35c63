package dev.helium.provisioner.attempt;

import dev.helium.domain.AttemptReport;
import dev.helium.provisioner.decide.Trail;
import dev.helium.provisioner.metrics.Direction;
import dev.helium.service.tracing.Span;
import dev.helium.service.tracing.Tag;
import dev.helium.service.tracing.Tracing;
import dev.helium.wire.TraceParent;
import org.slf4j.MDC;

/**
 * The span of an attempt, on the thread that it runs on. It follows from the decision that called
 * for the attempt, whoever made it, and names the attempt before it.
 */
final class AttemptTrace implements AutoCloseable {
  private static final String COMMAND = "command";
  private static final String TRACE = "trace";

  private final Tracing tracing;
  private final Span span;

  private AttemptTrace(Tracing tracing, Span span) {
    this.tracing = tracing;
    this.span = span;
  }

  /** Begins; until it is closed all that the thread logs says which command it is about. */
  static AttemptTrace begin(Tracing tracing, Job job) {
    Trail trail = job.owner().trail(job.workspace().id());
    Span span =
        tracing
            .span(Span.Kind.INTERNAL, name(job.direction()), trail.decision())
            .tag(Tag.WORKSPACE, job.workspace().id().value())
            .tag(Tag.BACKEND, job.workspace().spec().backend())
            .tag(Tag.COMMAND, job.workspace().request().value())
            .tag(Tag.ATTEMPT, job.attempt())
            .link(trail.attempt());
    MDC.put(COMMAND, job.workspace().request().value());
    if (!span.place().isNone()) {
      MDC.put(TRACE, span.place().trace());
    }
    return new AttemptTrace(tracing, span);
  }

  /** Of something that nobody has decided. */
  static AttemptTrace none() {
    return new AttemptTrace(
        Tracing.off(), Tracing.off().span(Span.Kind.INTERNAL, "", TraceParent.NONE));
  }

  TraceParent place() {
    return span.place();
  }

  /** A run of the engine within it. */
  EngineTrace engine(String operation) {
    return new EngineTrace(tracing, span.place(), operation);
  }

  void ended(AttemptReport outcome) {
    span.tag(Tag.OUTCOME, outcome.getClass().getSimpleName());
    if (outcome instanceof AttemptReport.Failed failed) {
      span.failed(failed.failure().kind().name());
    }
  }

  /** Somebody else has ended it. */
  void cancelled() {
    span.tag(Tag.OUTCOME, "Cancelled");
  }

  @Override
  public void close() {
    span.end();
    MDC.remove(COMMAND);
    MDC.remove(TRACE);
  }

  private static String name(Direction direction) {
    return switch (direction) {
      case APPLY -> "attempt apply";
      case DESTROY -> "attempt destroy";
    };
  }
}
