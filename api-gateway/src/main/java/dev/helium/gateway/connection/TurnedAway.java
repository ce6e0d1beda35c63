package dev.helium.gateway.connection;

import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.RawAnswer;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A connection too many: its first bytes are answered with 503 and thrown away, and it ends. One
 * that sends nothing ends as well.
 */
final class TurnedAway extends ChannelInboundHandlerAdapter {
  private static final long LONGEST_SECONDS = 5;
  private static final int RETRY_SECONDS = 5;

  private boolean answered;

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    Runnable end =
        () -> {
          Future<?> _ = context.close();
        };
    Future<?> _ = context.executor().schedule(end, LONGEST_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object bytes) {
    ReferenceCountUtil.release(bytes);
    if (!answered) {
      answered = true;
      // Closed while bytes are still on their way, it would be reset before the answer is read.
      context
          .writeAndFlush(
              RawAnswer.of(
                  Problem.unavailable("There are too many connections already.", RETRY_SECONDS)))
          .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }
  }
}
