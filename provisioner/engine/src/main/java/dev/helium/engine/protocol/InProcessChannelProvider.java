package dev.helium.engine.protocol;

import io.grpc.ChannelCredentials;
import io.grpc.ConnectivityState;
import io.grpc.ForwardingChannelBuilder;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.ManagedChannelProvider;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessSocketAddress;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.net.SocketAddress;
import java.util.Collection;
import java.util.Set;

/**
 * Gives the SDK, which only knows addresses, a channel inside the JVM. The SDK never closes its
 * channels, so they close themselves when the run's server is gone; otherwise every run would leave
 * two of them behind.
 *
 * <p>gRPC finds this class through the service loader.
 */
public final class InProcessChannelProvider extends ManagedChannelProvider {
  /**
   * Above the network transports, which have at most 5 and get everything that is not an engine of
   * this JVM.
   */
  private static final int PRIORITY = 6;

  @Override
  protected boolean isAvailable() {
    return true;
  }

  @Override
  protected int priority() {
    return PRIORITY;
  }

  @Override
  protected ManagedChannelBuilder<?> builderForAddress(String name, int port) {
    return NettyChannelBuilder.forAddress(name, port);
  }

  @Override
  protected ManagedChannelBuilder<?> builderForTarget(String target) {
    return InProcessAddress.is(target)
        ? new SelfClosing(target)
        : NettyChannelBuilder.forTarget(target);
  }

  @Override
  protected NewChannelBuilderResult newChannelBuilder(
      String target, ChannelCredentials credentials) {
    return NewChannelBuilderResult.error("only for engines inside this JVM");
  }

  @Override
  protected Collection<Class<? extends SocketAddress>> getSupportedSocketAddressTypes() {
    return Set.of(InProcessSocketAddress.class);
  }

  private static final class SelfClosing extends ForwardingChannelBuilder<SelfClosing> {
    private final InProcessChannelBuilder builder;

    private SelfClosing(String target) {
      this.builder = InProcessChannelBuilder.forName(target);
    }

    @Override
    protected ManagedChannelBuilder<?> delegate() {
      return builder;
    }

    @Override
    public ManagedChannel build() {
      var channel = builder.build();
      watch(channel, channel.getState(true), false);
      return channel;
    }

    private static void watch(ManagedChannel channel, ConnectivityState state, boolean wasReady) {
      var isReady = state == ConnectivityState.READY;
      if (wasReady && !isReady) {
        channel.shutdownNow();
        return;
      }
      if (state != ConnectivityState.SHUTDOWN) {
        channel.notifyWhenStateChanged(
            state, () -> watch(channel, channel.getState(false), wasReady || isReady));
      }
    }
  }
}
