package dev.helium.engine.event;

import com.pulumi.automation.OperationType;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Says in lines what goes on. Used by one thread. */
final class ProgressLines {
  private final Output output;

  ProgressLines(Output output) {
    this.output = output;
  }

  void show(RunEvent event) {
    switch (event) {
      case RunEvent.Prelude _, RunEvent.End _ -> {}
      case RunEvent.Begun(var step) -> {
        if (step.operation() != OperationType.SAME) {
          output.line(line(step, "..."));
        }
      }
      case RunEvent.Done(var step) -> {
        if (step.operation() != OperationType.SAME) {
          output.line(line(step, "done"));
        }
      }
      case RunEvent.Failed(var step) -> output.line(line(step, "failed"));
      case RunEvent.Diagnostic diagnostic -> {
        if (!"debug".equals(diagnostic.severity())) {
          output.line("    " + diagnostic.severity() + ": " + diagnostic.message());
        }
      }
      case RunEvent.Summary(var seconds, var changes) -> summary(seconds, changes);
    }
  }

  private void summary(int seconds, Map<OperationType, Integer> changes) {
    output.line("");
    output.line("Resources:");
    new TreeMap<>(changes)
        .forEach((operation, count) -> output.line("    " + count + " " + word(operation)));
    output.line("");
    output.line("Duration: " + seconds + "s");
  }

  private static String line(Step step, String state) {
    var subject = step.subject();
    var name = subject.urn().substring(subject.urn().lastIndexOf("::") + 2);
    return " "
        + sign(step.operation())
        + "  "
        + subject.type()
        + " "
        + name
        + " "
        + word(step.operation())
        + " "
        + state;
  }

  private static String word(OperationType operation) {
    return operation.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String sign(OperationType operation) {
    return switch (operation) {
      case CREATE -> "+ ";
      case UPDATE -> "~ ";
      case DELETE -> "- ";
      case REPLACE -> "+-";
      case CREATE_REPLACEMENT -> "++";
      case DELETE_REPLACED -> "--";
      case REFRESH, READ -> "~ ";
      case UNKNOWN, SAME, READ_REPLACEMENT, READ_DISCARD, DISCARD_REPLACED -> "  ";
      case REMOVE_PENDING_REPLACE, IMPORT, IMPORT_REPLACEMENT -> "  ";
    };
  }
}
