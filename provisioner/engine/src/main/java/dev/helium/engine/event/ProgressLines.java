package dev.helium.engine.event;

import com.pulumi.automation.OperationType;
import java.util.List;
import java.util.Map;

/** Says in lines what goes on, for people. Used by one thread. */
public final class ProgressLines {
  private static final List<OperationType> COUNTED =
      List.of(
          OperationType.CREATE,
          OperationType.UPDATE,
          OperationType.DELETE,
          OperationType.REPLACE,
          OperationType.READ_DISCARD,
          OperationType.IMPORT);

  private final Output output;
  private final Style style;
  private int failures;

  public ProgressLines(Output output, Style style) {
    this.output = output;
    this.style = style;
  }

  /**
   * What the lines show.
   *
   * @param title what is done to which stack
   * @param preview it is only planned
   * @param differences each change says what differs
   * @param outputs the stack's outputs come at the end
   */
  public record Style(String title, boolean preview, boolean differences, boolean outputs) {}

  void show(RunEvent event) {
    switch (event) {
      case RunEvent.Prelude _ -> {
        output.line(style.title() + ":");
        output.line("");
      }
      case RunEvent.Begun(var step) -> {
        if (!style.preview()) {
          step(step, StepWords.of(step.operation()).doing());
        }
      }
      case RunEvent.Done(var step) -> {
        var words = StepWords.of(step.operation());
        step(step, style.preview() ? words.plan() : words.done());
        differences(step);
      }
      case RunEvent.Failed(var step, _, _) -> {
        failures++;
        step(step, StepWords.of(step.operation()).doing() + " failed");
      }
      case RunEvent.Diagnostic diagnostic ->
          output.line("    " + diagnostic.severity() + ": " + diagnostic.message());
      case RunEvent.Summary summary -> summary(summary);
      case RunEvent.Outputs(var step) -> {
        if (!style.preview()) {
          step(step, StepWords.of(step.operation()).done());
        }
      }
      case RunEvent.End _ -> {}
    }
  }

  private void step(Step step, String word) {
    if (step.operation() == OperationType.SAME || step.isInternal()) {
      return;
    }
    var subject = step.subject();
    var name = subject.urn().substring(subject.urn().lastIndexOf("::") + 2);
    var sign = StepWords.of(step.operation()).sign();
    output.line(" " + sign + " " + subject.type() + " " + name + " " + word);
  }

  private void differences(Step step) {
    if (!style.differences()) {
      return;
    }
    var difference = step.difference();
    for (var path : difference.paths()) {
      var change = difference.details().get(path);
      var sign =
          change == null
              ? "~"
              : switch (change.kind()) {
                case ADD -> "+";
                case DELETE -> "-";
                case UPDATE -> "~";
              };
      var forces = difference.replaces().contains(path) ? " (replaces)" : "";
      output.line("      " + sign + " " + path + forces);
    }
  }

  private void summary(RunEvent.Summary summary) {
    output.line("");
    if (style.outputs() && !summary.outputs().isEmpty()) {
      output.line("Outputs:");
      OutputLines.of(summary.outputs()).forEach(output::line);
      output.line("");
    }
    output.line("Resources:");
    changes(summary.changes());
    if (!style.preview()) {
      output.line("");
      output.line("Duration: " + summary.seconds() + "s");
    }
  }

  private void changes(Map<OperationType, Integer> changes) {
    var kinds = 0;
    var total = 0;
    for (var operation : COUNTED) {
      int count = changes.getOrDefault(operation, 0);
      if (count > 0) {
        var words = StepWords.of(operation);
        kinds++;
        total += count;
        output.line(
            "    "
                + words.sign()
                + count
                + (style.preview() ? " to " + words.plan() : " " + words.done()));
      }
    }
    int same = changes.getOrDefault(OperationType.SAME, 0);
    var all = kinds > 1 ? total + " changes" : "";
    var kept = same > 0 ? same + " unchanged" : "";
    if (!all.isEmpty() || !kept.isEmpty()) {
      output.line("    " + all + (all.isEmpty() || kept.isEmpty() ? "" : ". ") + kept);
    }
    if (failures > 0) {
      output.line("    " + failures + " errored");
    }
  }
}
