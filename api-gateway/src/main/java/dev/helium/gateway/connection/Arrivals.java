package dev.helium.gateway.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import java.util.function.LongSupplier;

/**
 * Stands before the decoder, where bytes are bytes, and tells the phase of them. A head whose first
 * bytes came together with the request before it begins with the next ones.
 */
final class Arrivals extends ChannelInboundHandlerAdapter {
  private final Phase phase;
  private final LongSupplier clock;
  private ChannelHandlerContext place;

  Arrivals(Phase phase, LongSupplier clock) {
    this.phase = phase;
    this.clock = clock;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    place = context;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object bytes) {
    phase.bytes(clock.getAsLong());
    context.fireChannelRead(bytes);
  }

  /** Writes bytes past the encoder and ends the connection. */
  void endWith(ByteBuf bytes) {
    place.writeAndFlush(bytes).addListener(ignored -> end());
  }

  /** Tells the phase what the client has not taken yet. */
  void lookAtOutput(long now) {
    ChannelOutboundBuffer output = place.channel().unsafe().outboundBuffer();
    Object oldest = output == null ? null : output.current();
    if (oldest == null) {
      phase.output(0, 0, now);
    } else {
      // Never 0 for one that is there.
      phase.output(System.identityHashCode(oldest) | 1, output.currentProgress(), now);
    }
  }

  /**
   * Ends the connection now. Whoever closes it from the other end of the pipeline waits for what is
   * still to be written.
   */
  void end() {
    ChannelFuture _ = place.close();
  }
}
