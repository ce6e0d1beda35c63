package dev.helium.gateway.connection;

import dev.helium.gateway.http.Sheds;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.function.LongSupplier;

/** Stands behind the decoder, and tells the phase where requests and answers begin and end. */
final class Requests extends ChannelDuplexHandler {
  /** Of answers that the client has not taken when it asks for more, in bytes. */
  static final long MOST_UNTAKEN = 4 * 1024 * 1024;

  private final Phase phase;
  private final Sheds sheds;
  private final LongSupplier clock;
  private boolean ended;

  Requests(Phase phase, Sheds sheds, LongSupplier clock) {
    this.phase = phase;
    this.sheds = sheds;
    this.clock = clock;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest && !ended && asksAndDoesNotTake(context)) {
      ended = true;
      sheds.count(Sheds.Reason.STALLED);
      // From here, as the library's own handler would wait for what is not taken.
      ChannelFuture _ = context.close();
    }
    if (ended) {
      ReferenceCountUtil.release(message);
      return;
    }
    if (message instanceof HttpRequest) {
      phase.head();
    }
    if (message instanceof LastHttpContent) {
      phase.requestEnded(clock.getAsLong());
    }
    context.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (message instanceof LastHttpContent && !isInterim(message)) {
      phase.answered(clock.getAsLong());
    }
    ChannelFuture _ = context.write(message, promise);
  }

  /** The library answers request after request, however many answers lie there already. */
  private static boolean asksAndDoesNotTake(ChannelHandlerContext context) {
    ChannelOutboundBuffer output = context.channel().unsafe().outboundBuffer();
    return output != null && output.totalPendingWriteBytes() > MOST_UNTAKEN;
  }

  /** Such as "continue", after which the answer is still to come. */
  private static boolean isInterim(Object message) {
    return message instanceof HttpResponse answer
        && answer.status().codeClass() == HttpStatusClass.INFORMATIONAL;
  }
}
