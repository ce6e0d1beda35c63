package dev.helium.story.benchmark.stream;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The process of the subscribers: opens them, says {@code open}, and with each byte of its input
 * what they have heard since the one before, until its process is ended. One thread and plain
 * sockets, so that it takes little from what is measured.
 */
public final class Subscribers {
  private static final int OF_ONE_NAME = 100;
  private static final int AT_ONCE = 200;
  private static final int BUFFER = 64 * 1024;

  private final Lags lags = new Lags();
  private final Selector selector;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
  private final List<Listening> all = new ArrayList<>();
  private long events;
  private int ended;

  private Subscribers(Selector selector) {
    this.selector = selector;
  }

  /**
   * Subscribes, listens, and prints what came.
   *
   * @param arguments the API's address, the file of the token, then what {@link StreamOptions} has
   */
  public static void main(String[] arguments) throws IOException {
    StreamOptions options =
        new StreamOptions(
            Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[3]),
            Integer.parseInt(arguments[4]),
            1,
            1);
    try (Selector selector = Selector.open()) {
      new Subscribers(selector)
          .run(URI.create(arguments[0]), Files.readString(Path.of(arguments[1])).strip(), options);
    }
  }

  private void run(URI api, String token, StreamOptions options) throws IOException {
    for (int number = 0; number < options.subscribers(); number++) {
      open(api, token, options, number);
      if (number % AT_ONCE == AT_ONCE - 1) {
        untilAllHaveBegun();
      }
    }
    untilAllHaveBegun();
    System.out.println("open");
    while (true) {
      while (System.in.available() == 0) {
        listen(100);
      }
      if (System.in.read() < 0) {
        return;
      }
      say();
    }
  }

  private void say() {
    System.out.printf(
        "%d %d %d %d %d %d%n",
        events,
        ended,
        lags.quantile(0.5),
        lags.quantile(0.9),
        lags.quantile(0.99),
        lags.quantile(1));
    events = 0;
    lags.clear();
  }

  private void open(URI api, String token, StreamOptions options, int number) throws IOException {
    SocketChannel channel = SocketChannel.open(new InetSocketAddress(api.getHost(), api.getPort()));
    String workspace = options.workspaceOf(number);
    String request =
        "GET /v1/api/events%s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nGap-Auth: %s\r\n\r\n"
            .formatted(
                workspace.isEmpty() ? "" : "?workspace=" + workspace,
                api.getHost(),
                token,
                "subscriber-" + number / OF_ONE_NAME);
    channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
    channel.configureBlocking(false);
    Listening listening = new Listening(lags);
    all.add(listening);
    channel.register(selector, SelectionKey.OP_READ, listening);
  }

  private void untilAllHaveBegun() throws IOException {
    while (all.stream().anyMatch(each -> !each.hasBegun())) {
      if (ended > 0) {
        throw new IllegalStateException("a stream was refused or ended before it began");
      }
      listen(100);
    }
  }

  private void listen(long milliseconds) throws IOException {
    selector.select(this::read, milliseconds);
  }

  private void read(SelectionKey key) {
    buffer.clear();
    try {
      int read = ((SocketChannel) key.channel()).read(buffer);
      if (read < 0) {
        end(key);
        return;
      }
      buffer.flip();
      events += ((Listening) key.attachment()).take(buffer);
    } catch (IOException broken) {
      end(key);
    }
  }

  private void end(SelectionKey key) {
    key.cancel();
    ended++;
  }
}
