package dev.helium.provisioner.attempt;

import com.pulumi.automation.events.EngineEvent;
import com.pulumi.automation.events.ResourceOutputsEvent;
import com.pulumi.automation.events.StepEventMetadata;
import dev.helium.domain.Step;
import java.util.Locale;
import java.util.function.Consumer;

/** Picks from the engine's events the resources that were dealt with and have changed. */
final class ProgressEvents implements Consumer<EngineEvent> {
  private final Consumer<Step> progress;

  ProgressEvents(Consumer<Step> progress) {
    this.progress = progress;
  }

  @Override
  public void accept(EngineEvent event) {
    ResourceOutputsEvent done = event.resourceOutputsEvent();
    if (done == null) {
      return;
    }
    StepEventMetadata step = done.metadata();
    String operation = step.op().toString().toLowerCase(Locale.ROOT);
    if (!operation.equals("same")) {
      progress.accept(new Step(operation, resource(step)));
    }
  }

  /** Type and name, as {@code kubernetes:core/v1:Namespace/example}. */
  private static String resource(StepEventMetadata step) {
    String urn = step.urn();
    return step.type() + "/" + urn.substring(urn.lastIndexOf("::") + 2);
  }
}
