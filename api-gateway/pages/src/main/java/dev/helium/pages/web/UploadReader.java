package dev.helium.pages.web;

import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads forms with files: 1 MiB at most, 256 KiB for each text or file, 768 KiB for a chart. What
 * is more than that as a whole is a 413; a single field that is too large is told to the page.
 *
 * <p>Its own reader, as the server's decoder takes no more fields than the API.
 */
final class UploadReader implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(UploadReader.class);
  private static final String KEY = UploadReader.class.getName();
  private static final String FORM = "multipart/form-data";
  private static final int MOST_BYTES = 1024 * 1024;

  /** What is read and thrown away, so that the sender hears of it. */
  private static final long DRAINED = 8L * 1024 * 1024;

  private static final long ARRIVAL_MILLISECONDS = 30_000;

  /** At the same time in this process, so that they take 32 MiB at most. */
  private static final Semaphore PLACES = new Semaphore(32);

  /** What was read for that request. */
  static Upload of(RoutingContext context) {
    return context.get(KEY);
  }

  @Override
  public void handle(RoutingContext context) {
    String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(FORM)) {
      context.fail(415);
    } else if (!PLACES.tryAcquire()) {
      closing(context);
      context.fail(503);
    } else {
      context.addEndHandler(ignored -> PLACES.release());
      start(context, type);
    }
  }

  private static void start(RoutingContext context, String type) {
    try {
      new Arrival(context, new UploadParts(type, MOST_BYTES)).begin();
    } catch (HttpPostRequestDecoder.ErrorDataDecoderException unreadable) {
      context.fail(400);
    }
  }

  /** What is still on its way over HTTP/1.1 would be the next request. */
  private static void closing(RoutingContext context) {
    boolean isAlone = context.request().version() != HttpVersion.HTTP_2;
    if (isAlone && !context.response().headWritten()) {
      context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
  }

  /** One form on its way. */
  private static final class Arrival {
    private final RoutingContext context;
    private final UploadParts parts;
    private final long timer;
    private long arrived;
    private boolean over;

    Arrival(RoutingContext context, UploadParts parts) {
      this.context = context;
      this.parts = parts;
      this.timer = context.vertx().setTimer(ARRIVAL_MILLISECONDS, ignored -> refuse(408));
    }

    void begin() {
      HttpServerRequest request = context.request();
      request.exceptionHandler(ignored -> refuse(400)).endHandler(ignored -> end());
      request.handler(this::take);
    }

    private void take(Buffer bytes) {
      arrived += bytes.length();
      if (arrived > DRAINED) {
        refuse(413);
      } else if (!over && arrived <= MOST_BYTES) {
        decode(bytes);
      }
    }

    private void decode(Buffer bytes) {
      try {
        parts.take(bytes);
      } catch (HttpPostRequestDecoder.TooManyFormFieldsException
          | HttpPostRequestDecoder.TooLongFormFieldException tooMuch) {
        refuse(413);
      } catch (RuntimeException unreadable) {
        // Netty has no one type for what it stumbles over.
        LOG.debug("a form could not be taken apart", unreadable);
        refuse(400);
      }
    }

    private void end() {
      if (arrived > MOST_BYTES) {
        refuse(413);
      }
      if (over) {
        return;
      }
      finish();
      try (parts) {
        context.put(KEY, parts.end(context.request().formAttributes()));
        context.next();
      } catch (IOException | DecoderException unreadable) {
        LOG.debug("a form could not be taken apart", unreadable);
        context.fail(400);
      }
    }

    private void refuse(int status) {
      if (over) {
        return;
      }
      finish();
      parts.close();
      closing(context);
      context.fail(status);
    }

    private void finish() {
      over = true;
      context.vertx().cancelTimer(timer);
    }
  }
}
