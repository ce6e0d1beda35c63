package dev.helium.engine.plugin;

import dev.helium.engine.provider.ComponentRequest;
import dev.helium.engine.provider.MethodRequest;
import dev.helium.engine.provider.RunFacts;
import java.time.Duration;
import java.util.Map;
import pulumirpc.AliasOuterClass.Alias;
import pulumirpc.Provider.CallRequest;
import pulumirpc.Provider.ConstructRequest;

/** Makes the requests with which a plugin works inside a run. */
final class RemoteRequests {
  private RemoteRequests() {}

  static ConstructRequest construct(
      ComponentRequest component, RunFacts run, Capabilities capabilities) {
    var options = component.options();
    var request =
        ConstructRequest.newBuilder()
            .setProject(run.project())
            .setStack(run.stack())
            .setOrganization(run.organization())
            .putAllConfig(run.configuration())
            .addAllConfigSecretKeys(run.secretKeys())
            .setDryRun(run.preview())
            .setParallel(run.parallel())
            .setMonitorEndpoint(run.monitor().get())
            .setType(component.type())
            .setName(component.name())
            .setParent(component.parent())
            .setInputs(Marshalling.to(capabilities, true).write(component.inputs()))
            .addAllDependencies(component.dependencies())
            .putAllProviders(component.providers())
            .addAllAdditionalSecretOutputs(options.additionalSecretOutputs())
            .setDeletedWith(options.deletedWith())
            .addAllIgnoreChanges(options.ignoreChanges())
            .addAllReplaceOnChanges(options.replaceOnChanges());
    component
        .inputDependencies()
        .forEach(
            (name, urns) ->
                request.putInputDependencies(
                    name,
                    ConstructRequest.PropertyDependencies.newBuilder().addAllUrns(urns).build()));
    component.aliases().forEach(urn -> request.addAliases(Alias.newBuilder().setUrn(urn)));
    if (options.protect()) {
      request.setProtect(true);
    }
    if (options.retainOnDelete()) {
      request.setRetainOnDelete(true);
    }
    if (component.deleteBeforeReplace() != null) {
      request.setDeleteBeforeReplace(component.deleteBeforeReplace());
    }
    if (!options.customTimeouts().isEmpty()) {
      request.setCustomTimeouts(timeouts(options.customTimeouts()));
    }
    return request.build();
  }

  static CallRequest call(MethodRequest method, RunFacts run) {
    var request =
        CallRequest.newBuilder()
            .setTok(method.token())
            .setArgs(Marshalling.FULL.write(method.arguments()))
            .setProject(run.project())
            .setStack(run.stack())
            .setOrganization(run.organization())
            .putAllConfig(run.configuration())
            .addAllConfigSecretKeys(run.secretKeys())
            .setDryRun(run.preview())
            .setParallel(run.parallel())
            .setMonitorEndpoint(run.monitor().get());
    method
        .argumentDependencies()
        .forEach(
            (name, urns) ->
                request.putArgDependencies(
                    name, CallRequest.ArgumentDependencies.newBuilder().addAllUrns(urns).build()));
    return request.build();
  }

  private static ConstructRequest.CustomTimeouts timeouts(Map<String, Duration> timeouts) {
    return ConstructRequest.CustomTimeouts.newBuilder()
        .setCreate(text(timeouts, "create"))
        .setUpdate(text(timeouts, "update"))
        .setDelete(text(timeouts, "delete"))
        .build();
  }

  /** A duration as Go reads it. */
  private static String text(Map<String, Duration> timeouts, String operation) {
    var timeout = timeouts.getOrDefault(operation, Duration.ZERO);
    return timeout.isZero() ? "" : timeout.toMillis() + "ms";
  }
}
