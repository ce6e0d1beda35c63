package dev.helium.engine.protocol;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Where a provider plugin reaches one run to register the resources of a component: a port of the
 * loopback interface, open from the first component or method until the run ends. While it is open
 * every process of this machine can register resources in this run and in no other one.
 */
final class MonitorEndpoint implements AutoCloseable {
  private static final int LARGEST_MESSAGE = 64 * 1024 * 1024;

  private final Executor executor;
  private List<BindableService> services = List.of();
  private Server server;
  private boolean closed;

  MonitorEndpoint(Executor executor) {
    this.executor = executor;
  }

  /** Says what is served; before this nothing is. */
  synchronized void serve(List<BindableService> offered) {
    services = List.copyOf(offered);
  }

  /** The address, at which the services are served from now on. */
  synchronized String address() {
    if (closed) {
      throw new EngineException(FailureClass.CANCELLED, "the run has ended");
    }
    if (server == null) {
      server = start();
    }
    return LoopbackPort.address(server.getPort());
  }

  private Server start() {
    var builder =
        NettyServerBuilder.forAddress(LoopbackPort.any())
            .executor(executor)
            .maxInboundMessageSize(LARGEST_MESSAGE);
    services.forEach(builder::addService);
    try {
      return builder.build().start();
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.INTERNAL, "no port for plugins can be opened", failure);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (server != null) {
      server.shutdownNow();
    }
  }
}
