package dev.helium.engine.run;

import com.pulumi.automation.OperationType;
import dev.helium.engine.event.RunEvent;
import dev.helium.engine.event.Step;
import dev.helium.engine.property.SecretMarks;
import dev.helium.engine.state.ResourceState;
import java.time.Duration;

/** Reads every managed resource and records what is there; what is gone is forgotten. */
final class Refresh {
  private final RunContext context;
  private final StackSnapshot snapshot;
  private final ProviderRegistry providers;

  Refresh(StackSession session) {
    this.context = session.context();
    this.snapshot = session.snapshot();
    this.providers = session.providers();
  }

  void run() {
    for (var resource : snapshot.untouched().reversed()) {
      context.cancellation().check();
      if (resource.custom() && !resource.isProvider()) {
        try {
          refresh(resource);
        } catch (RuntimeException failure) {
          throw context.failed(failure, resource.urn());
        }
      }
    }
  }

  private void refresh(ResourceState resource) {
    var provider = snapshot.provider(resource.links().provider()).map(providers::of);
    if (provider.isEmpty()) {
      throw new IllegalStateException("the provider of the resource is not recorded");
    }
    context.tell(new RunEvent.Begun(Step.of(OperationType.REFRESH, resource, resource)));
    var live = provider.get().read(resource, context.call(resource.urn(), Duration.ZERO));
    if (live.isEmpty()) {
      snapshot.deleted(null, resource);
      context.count(OperationType.DELETE);
      context.tell(new RunEvent.Done(Step.of(OperationType.DELETE, resource, null)));
      return;
    }
    var outputs =
        SecretMarks.mark(live.get().outputs(), resource.options().additionalSecretOutputs());
    var read = resource.withInputs(live.get().inputs()).withOutputs(outputs);
    var operation = OperationType.SAME;
    if (!read.equals(resource)) {
      var now = context.options().clock().instant();
      read = read.withTimes(resource.created(), now);
      snapshot.refreshed(resource, read);
      operation = OperationType.UPDATE;
    }
    context.count(operation);
    context.tell(new RunEvent.Done(Step.of(operation, resource, read)));
  }
}
