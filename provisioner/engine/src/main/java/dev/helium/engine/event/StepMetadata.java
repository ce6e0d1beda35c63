package dev.helium.engine.event;

import com.pulumi.automation.events.DiffKind;
import com.pulumi.automation.events.PropertyDiff;
import com.pulumi.automation.events.StepEventMetadata;
import com.pulumi.automation.events.StepEventStateMetadata;
import dev.helium.engine.provider.Difference;
import dev.helium.engine.provider.PropertyChange;
import dev.helium.engine.state.ResourceState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Steps in the Automation API's form. */
final class StepMetadata {
  private StepMetadata() {}

  static StepEventMetadata of(Step step) {
    var subject = step.subject();
    var difference = step.difference();
    return new StepEventMetadata(
        step.operation(),
        subject.urn(),
        subject.type(),
        state(step.before()),
        state(step.after()),
        difference.replaces(),
        topLevel(difference),
        details(difference),
        step.isLogical() ? Boolean.TRUE : null,
        subject.links().provider());
  }

  private static List<String> topLevel(Difference difference) {
    return difference.paths().stream().map(path -> path.split("[.\\[]", 2)[0]).distinct().toList();
  }

  private static Map<String, PropertyDiff> details(Difference difference) {
    var details = new TreeMap<String, PropertyDiff>();
    difference
        .details()
        .forEach(
            (path, change) -> details.put(path, new PropertyDiff(kind(change), change.inputs())));
    return details;
  }

  private static DiffKind kind(PropertyChange change) {
    return switch (change.kind()) {
      case ADD -> change.replaces() ? DiffKind.ADD_REPLACE : DiffKind.ADD;
      case DELETE -> change.replaces() ? DiffKind.DELETE_REPLACE : DiffKind.DELETE;
      case UPDATE -> change.replaces() ? DiffKind.UPDATE_REPLACE : DiffKind.UPDATE;
    };
  }

  private static StepEventStateMetadata state(ResourceState resource) {
    return resource == null
        ? null
        : new StepEventStateMetadata(
            resource.urn(),
            resource.type(),
            trueOrNull(resource.custom()),
            trueOrNull(resource.condition().delete()),
            resource.id(),
            resource.links().parent(),
            trueOrNull(resource.options().protect()),
            EventValues.of(resource.inputs()),
            EventValues.of(resource.outputs()),
            resource.links().provider(),
            resource.condition().initErrors());
  }

  /** The CLI leaves out what is false. */
  private static Boolean trueOrNull(boolean value) {
    return value ? Boolean.TRUE : null;
  }
}
