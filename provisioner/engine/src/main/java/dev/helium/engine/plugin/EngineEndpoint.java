package dev.helium.engine.plugin;

import com.google.protobuf.Empty;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.protocol.LoopbackPort;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.concurrent.Executor;
import pulumirpc.EngineGrpc.EngineImplBase;
import pulumirpc.EngineOuterClass.GetRootResourceRequest;
import pulumirpc.EngineOuterClass.GetRootResourceResponse;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.LogSeverity;
import pulumirpc.EngineOuterClass.SetRootResourceRequest;
import pulumirpc.EngineOuterClass.SetRootResourceResponse;

/**
 * Where one plugin reaches the engine: a port of the loopback interface on which it can log and
 * nothing else. A plugin takes the closed port for the end of the engine.
 */
final class EngineEndpoint implements AutoCloseable {
  private static final int LARGEST_MESSAGE = 1024 * 1024;
  private static final int LONGEST_LOG = 16 * 1024;

  private final Server server;
  private volatile PluginLog log = (severity, message, urn, passing) -> {};

  EngineEndpoint(Executor executor) {
    try {
      this.server =
          NettyServerBuilder.forAddress(LoopbackPort.any())
              .executor(executor)
              .maxInboundMessageSize(LARGEST_MESSAGE)
              .addService(new Service())
              .build()
              .start();
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.INTERNAL, "no port for a plugin can be opened", failure);
    }
  }

  String address() {
    return LoopbackPort.address(server.getPort());
  }

  void logsTo(PluginLog next) {
    log = next;
  }

  @Override
  public void close() {
    server.shutdownNow();
  }

  private final class Service extends EngineImplBase {
    @Override
    public void log(LogRequest request, StreamObserver<Empty> observer) {
      var message = request.getMessage();
      log.say(
          severity(request.getSeverity()),
          message.length() <= LONGEST_LOG ? message : message.substring(0, LONGEST_LOG) + "…",
          request.getUrn(),
          request.getEphemeral());
      observer.onNext(Empty.getDefaultInstance());
      observer.onCompleted();
    }

    /** A plugin works for several runs: what belongs to one of them is told with each request. */
    @Override
    public void getRootResource(
        GetRootResourceRequest request, StreamObserver<GetRootResourceResponse> observer) {
      observer.onNext(GetRootResourceResponse.getDefaultInstance());
      observer.onCompleted();
    }

    @Override
    public void setRootResource(
        SetRootResourceRequest request, StreamObserver<SetRootResourceResponse> observer) {
      observer.onNext(SetRootResourceResponse.getDefaultInstance());
      observer.onCompleted();
    }
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
