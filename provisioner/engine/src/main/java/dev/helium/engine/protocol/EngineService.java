package dev.helium.engine.protocol;

import com.google.protobuf.Empty;
import dev.helium.engine.run.Registrar;
import dev.helium.engine.run.RunContext;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.atomic.AtomicReference;
import pulumirpc.EngineGrpc.EngineImplBase;
import pulumirpc.EngineOuterClass.GetRootResourceRequest;
import pulumirpc.EngineOuterClass.GetRootResourceResponse;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.LogSeverity;
import pulumirpc.EngineOuterClass.SetRootResourceRequest;
import pulumirpc.EngineOuterClass.SetRootResourceResponse;

/** What the program's side calls to log and to ask for the root. */
final class EngineService extends EngineImplBase {
  private final RunContext context;
  private final AtomicReference<String> root;
  private final AtomicReference<String> firstError = new AtomicReference<>("");

  EngineService(RunContext context, Registrar registrar) {
    this.context = context;
    this.root = new AtomicReference<>(registrar.rootUrn());
  }

  /** The first error the program logged, empty when there was none. */
  String firstError() {
    return firstError.get();
  }

  @Override
  public void log(LogRequest request, StreamObserver<Empty> observer) {
    // Debug messages are the SDK talking to itself, dozens per resource.
    if (request.getSeverity() != LogSeverity.DEBUG || context.settings().debug()) {
      context.message(
          severity(request.getSeverity()),
          request.getMessage(),
          request.getUrn(),
          request.getEphemeral());
    }
    if (request.getSeverity() == LogSeverity.ERROR) {
      firstError.compareAndSet("", request.getMessage());
    }
    observer.onNext(Empty.getDefaultInstance());
    observer.onCompleted();
  }

  @Override
  public void getRootResource(
      GetRootResourceRequest request, StreamObserver<GetRootResourceResponse> observer) {
    observer.onNext(GetRootResourceResponse.newBuilder().setUrn(root.get()).build());
    observer.onCompleted();
  }

  @Override
  public void setRootResource(
      SetRootResourceRequest request, StreamObserver<SetRootResourceResponse> observer) {
    root.set(request.getUrn());
    observer.onNext(SetRootResourceResponse.getDefaultInstance());
    observer.onCompleted();
  }

  private static String severity(LogSeverity severity) {
    return switch (severity) {
      case DEBUG -> "debug";
      case INFO -> "info";
      case WARNING -> "warning";
      case ERROR -> "error";
      case UNRECOGNIZED -> throw Status.INVALID_ARGUMENT.asRuntimeException();
    };
  }
}
