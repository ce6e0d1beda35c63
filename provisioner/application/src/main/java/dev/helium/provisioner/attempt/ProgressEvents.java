package dev.helium.provisioner.attempt;

import com.pulumi.automation.events.EngineEvent;
import com.pulumi.automation.events.StepEventMetadata;
import dev.helium.domain.Step;
import dev.helium.provisioner.metrics.EngineMeters;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Picks from the engine's events the resources that were dealt with and have changed, and measures
 * them all.
 */
final class ProgressEvents implements Consumer<EngineEvent> {
  private final Consumer<Step> progress;
  private final EngineMeters.Resources resources;

  /** Of one run. */
  ProgressEvents(Consumer<Step> progress, EngineMeters meters) {
    this.progress = progress;
    this.resources = meters.resources();
  }

  @Override
  public void accept(EngineEvent event) {
    if (event.resourcePreEvent() != null) {
      StepEventMetadata next = event.resourcePreEvent().metadata();
      resources.began(next.op(), next.urn());
    } else if (event.resourceOperationFailedEvent() != null) {
      StepEventMetadata failed = event.resourceOperationFailedEvent().metadata();
      resources.ended(failed.op(), failed.urn(), false);
    } else if (event.resourceOutputsEvent() != null) {
      done(event.resourceOutputsEvent().metadata());
    }
  }

  private void done(StepEventMetadata step) {
    resources.ended(step.op(), step.urn(), true);
    String operation = step.op().toString().toLowerCase(Locale.ROOT);
    if (!operation.equals("same")) {
      progress.accept(new Step(operation, resource(step.type(), step.urn())));
    }
  }

  /**
   * Type and name, as {@code kubernetes:core/v1:Namespace/example}. Where the name begins with the
   * kind it is not said twice.
   */
  static String resource(String type, String urn) {
    String name = urn.substring(urn.lastIndexOf("::") + 2);
    String kind = type.substring(type.lastIndexOf(':') + 1) + "/";
    return type + "/" + (name.startsWith(kind) ? name.substring(kind.length()) : name);
  }
}
