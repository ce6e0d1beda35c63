package dev.helium.engine.protocol;

import com.google.protobuf.Empty;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.asset.AssetHashes;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.provider.ProviderAnswer;
import dev.helium.engine.provider.RunFacts;
import dev.helium.engine.run.Goal;
import dev.helium.engine.run.ReadRequest;
import dev.helium.engine.run.Registrar;
import dev.helium.engine.state.ResourceState;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import pulumirpc.Provider.CallResponse;
import pulumirpc.Resource.ReadResourceRequest;
import pulumirpc.Resource.ReadResourceResponse;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.Resource.ResourceCallRequest;
import pulumirpc.Resource.ResourceInvokeRequest;
import pulumirpc.Resource.ResourceInvokeResponse;
import pulumirpc.Resource.SupportsFeatureRequest;
import pulumirpc.Resource.SupportsFeatureResponse;
import pulumirpc.ResourceMonitorGrpc.ResourceMonitorImplBase;

/**
 * What the program's side calls to register resources. Its methods block; they run on virtual
 * threads.
 */
final class MonitorService extends ResourceMonitorImplBase {
  private static final Set<String> FEATURES =
      Set.of(
          "secrets",
          "resourceReferences",
          "outputValues",
          "deletedWith",
          "aliasSpecs",
          "replaceWith",
          "replacementTrigger");

  private final Registrar registrar;
  private final InFlight inFlight;
  private final AssetHashes assets;
  private final RunFacts run;

  MonitorService(Registrar registrar, InFlight inFlight, AssetHashes assets, RunFacts run) {
    this.registrar = registrar;
    this.inFlight = inFlight;
    this.assets = assets;
    this.run = run;
  }

  @Override
  public void supportsFeature(
      SupportsFeatureRequest request, StreamObserver<SupportsFeatureResponse> observer) {
    answer(
        observer,
        () ->
            SupportsFeatureResponse.newBuilder()
                .setHasSupport(FEATURES.contains(request.getId()))
                .build());
  }

  @Override
  public void registerResource(
      RegisterResourceRequest request, StreamObserver<RegisterResourceResponse> observer) {
    answer(
        observer,
        () ->
            inFlight.during(
                () ->
                    request.getRemote()
                        ? response(registrar.construct(goal(request), run))
                        : registered(registrar.register(goal(request)))));
  }

  @Override
  public void registerResourceOutputs(
      RegisterResourceOutputsRequest request, StreamObserver<Empty> observer) {
    answer(
        observer,
        () ->
            inFlight.during(
                () -> {
                  registrar.registerOutputs(
                      request.getUrn(), assets.in(StructCodec.read(request.getOutputs())));
                  return Empty.getDefaultInstance();
                }));
  }

  @Override
  public void invoke(
      ResourceInvokeRequest request, StreamObserver<ResourceInvokeResponse> observer) {
    answer(
        observer,
        () ->
            inFlight.during(
                () ->
                    answered(request)
                        .map(MonitorService::response)
                        .orElseGet(
                            () -> ResourceInvokeResponse.newBuilder().setUnknown(true).build())));
  }

  @Override
  public void call(ResourceCallRequest request, StreamObserver<CallResponse> observer) {
    answer(
        observer,
        () ->
            inFlight.during(
                () -> methodResponse(registrar.call(FunctionCallReader.read(request), run))));
  }

  @Override
  public void readResource(
      ReadResourceRequest request, StreamObserver<ReadResourceResponse> observer) {
    answer(observer, () -> read(inFlight.during(() -> registrar.read(readRequest(request)))));
  }

  private Goal goal(RegisterResourceRequest request) {
    try {
      return GoalReader.read(request, assets);
    } catch (EngineException refusal) {
      throw registrar.refused(refusal);
    }
  }

  private ReadRequest readRequest(ReadResourceRequest request) {
    if (!request.getPackageRef().isEmpty()) {
      throw registrar.refused(EngineException.unsupported("a parameterized package"));
    }
    return new ReadRequest(
        request.getType(),
        request.getName(),
        request.getId(),
        request.getParent(),
        request.getProvider(),
        request.getVersion(),
        request.getPluginDownloadURL(),
        StructCodec.read(request.getProperties()),
        request.getDependenciesList(),
        request.getAdditionalSecretOutputsList());
  }

  /**
   * What became of a resource. The outputs of a component come later; until then those recorded may
   * refer to resources that are not registered yet.
   */
  private static RegisterResourceResponse registered(ResourceState resource) {
    var outputs = resource.custom() ? resource.outputs() : ObjectValue.empty();
    return RegisterResourceResponse.newBuilder()
        .setUrn(resource.urn())
        .setId(resource.id())
        .setObject(StructCodec.write(outputs))
        .build();
  }

  private static ReadResourceResponse read(ResourceState resource) {
    return ReadResourceResponse.newBuilder()
        .setUrn(resource.urn())
        .setProperties(StructCodec.write(resource.outputs()))
        .build();
  }

  private static RegisterResourceResponse response(ProviderAnswer component) {
    var response =
        RegisterResourceResponse.newBuilder()
            .setUrn(component.urn())
            .setObject(StructCodec.write(component.outputs()));
    component
        .dependencies()
        .forEach(
            (name, urns) ->
                response.putPropertyDependencies(
                    name,
                    RegisterResourceResponse.PropertyDependencies.newBuilder()
                        .addAllUrns(urns)
                        .build()));
    return response.build();
  }

  private Optional<ObjectValue> answered(ResourceInvokeRequest request) {
    return Registrar.isBuiltin(request.getTok())
        ? Optional.of(
            registrar.invokeBuiltin(request.getTok(), StructCodec.read(request.getArgs())))
        : registrar.invoke(FunctionCallReader.read(request));
  }

  private static ResourceInvokeResponse response(ObjectValue answer) {
    return ResourceInvokeResponse.newBuilder().setReturn(StructCodec.write(answer)).build();
  }

  private static CallResponse methodResponse(ProviderAnswer answer) {
    var response = CallResponse.newBuilder().setReturn(StructCodec.write(answer.outputs()));
    answer
        .dependencies()
        .forEach(
            (name, urns) ->
                response.putReturnDependencies(
                    name, CallResponse.ReturnDependencies.newBuilder().addAllUrns(urns).build()));
    return response.build();
  }

  private static <T> void answer(StreamObserver<T> observer, Supplier<T> work) {
    T response;
    try {
      response = work.get();
    } catch (EngineException failure) {
      observer.onError(status(failure).withDescription(failure.getMessage()).asException());
      return;
    } catch (RuntimeException failure) {
      observer.onError(
          Status.INTERNAL.withDescription(failure.getClass().getSimpleName()).asException());
      return;
    }
    observer.onNext(response);
    observer.onCompleted();
  }

  private static Status status(EngineException failure) {
    return failure.failure().failureClass() == FailureClass.CANCELLED
        ? Status.CANCELLED
        : Status.UNKNOWN;
  }
}
