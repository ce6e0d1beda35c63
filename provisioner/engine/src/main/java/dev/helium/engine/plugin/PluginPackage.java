package dev.helium.engine.plugin;

import dev.helium.engine.EngineOptions;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.SecretMarks;
import dev.helium.engine.protocol.StructCodec;
import dev.helium.engine.provider.Call;
import dev.helium.engine.provider.Difference;
import dev.helium.engine.provider.ProviderPackage;
import dev.helium.engine.provider.ResourceProvider;
import dev.helium.engine.state.ResourceState;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Optional;
import java.util.function.Consumer;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse.DiffChanges;
import pulumirpc.ResourceProviderGrpc;

/** One version of a package that a plugin provides, for the length of one run. */
final class PluginPackage implements ProviderPackage {
  private final PluginRequest wanted;
  private final Launch launch;
  private final PluginProviders run;
  private final EngineOptions options;

  PluginPackage(PluginRequest wanted, Launch launch, PluginProviders run, EngineOptions options) {
    this.wanted = wanted;
    this.launch = launch;
    this.run = run;
    this.options = options;
  }

  @Override
  public ObjectValue checkConfiguration(String urn, ObjectValue oldInputs, ObjectValue newInputs) {
    // Whether the provider takes secrets is known only once it is configured.
    var values = new Marshalling(false, false, true);
    var own = Configurations.ofPlugin(newInputs);
    var request =
        CheckRequest.newBuilder()
            .setUrn(urn)
            .setName(UrnNames.name(urn))
            .setType(UrnNames.type(urn))
            .setOlds(values.write(Configurations.ofPlugin(oldInputs)))
            .setNews(values.write(own))
            .build();
    var response = ask(ResourceProviderGrpc.getCheckConfigMethod(), request, "configuration check");
    if (response.isEmpty()) {
      return newInputs;
    }
    CheckFailures.requireNone(response.get().getFailuresList(), "the configuration");
    var checked = SecretMarks.carry(own, StructCodec.read(response.get().getInputs()));
    // What is the engine's own is not the provider's to drop.
    for (var name : newInputs.fields().keySet()) {
      if ("version".equals(name) || !own.fields().containsKey(name)) {
        checked = checked.with(name, newInputs.get(name));
      }
    }
    return checked;
  }

  @Override
  public Difference diffConfiguration(ResourceState recorded, ObjectValue inputs) {
    var values = new Marshalling(false, false, true);
    var own = Configurations.ofPlugin(inputs);
    var request =
        DiffRequest.newBuilder()
            .setId(recorded.id())
            .setUrn(recorded.urn())
            .setName(UrnNames.name(recorded.urn()))
            .setType(recorded.type())
            .setOldInputs(values.write(Configurations.ofPlugin(recorded.inputs())))
            .setOlds(values.write(Configurations.ofPlugin(recorded.outputs())))
            .setNews(values.write(own))
            .build();
    var before = Configurations.ofPlugin(recorded.inputs());
    var response = ask(ResourceProviderGrpc.getDiffConfigMethod(), request, "configuration diff");
    if (response.isEmpty() || response.get().getChanges() == DiffChanges.DIFF_UNKNOWN) {
      return Differences.between(before, own);
    }
    return Differences.read(response.get(), before, own);
  }

  @Override
  public ResourceProvider configure(ResourceState provider, Call call) {
    var lease = run.lease(launch, Configurations.request(wanted.name(), provider.inputs()));
    lease.connection();
    warnOfOlder(lease.connection(), call.progress());
    return new PluginProvider(
        new PluginCalls(lease, options, call.cancellation()), options.random());
  }

  /** Asks a plugin that needs no configuration for it; empty when it does not know the question. */
  private <Q, R> Optional<R> ask(MethodDescriptor<Q, R> method, Q request, String question) {
    try (var lease = run.leaseAny(launch)) {
      var connection = lease.connection();
      try {
        return Optional.of(
            new UnaryCalls()
                .ask(connection.channel(), method, request, options.plugins().callTimeout()));
      } catch (StatusRuntimeException failure) {
        if (failure.getStatus().getCode() == Status.Code.UNIMPLEMENTED) {
          return Optional.empty();
        }
        throw RpcFailures.of(failure, connection, question);
      }
    }
  }

  private void warnOfOlder(PluginConnection connection, Consumer<String> progress) {
    var asked = PluginVersion.parse(wanted.version());
    if (asked.isEmpty()) {
      return;
    }
    var found = connection.version();
    if (found.isEmpty() || found.get().compareTo(asked.get()) < 0) {
      progress.accept(
          "the plugin "
              + wanted.name()
              + " should have the version "
              + wanted.version()
              + " but says another one");
    }
  }
}
