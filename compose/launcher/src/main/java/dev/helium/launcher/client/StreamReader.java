package dev.helium.launcher.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Reads one event stream until it ends, on a thread of its own, as nothing else can stop waiting.
 */
final class StreamReader implements AutoCloseable {
  private static final int LONGEST_LINE = 4 << 20;

  /** Blocks that wait to be taken; beyond them the server waits. */
  private static final int MOST = 256;

  private final InputStream stream;
  private final BlockingQueue<StreamBlock> blocks = new ArrayBlockingQueue<>(MOST);
  private volatile boolean ended;

  StreamReader(InputStream stream) {
    this.stream = stream;
    Thread.ofVirtual().name("event-stream").start(this::read);
  }

  /** The next block; empty when there is none within the limit, or none any more. */
  Optional<StreamBlock> next(Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    // In short steps, as the end of the stream makes no sound.
    while (true) {
      boolean last = ended;
      StreamBlock block = blocks.poll(last ? 0 : 100, TimeUnit.MILLISECONDS);
      if (block != null || last || System.nanoTime() - deadline > 0) {
        return Optional.ofNullable(block);
      }
    }
  }

  /** Whether nothing comes any more. */
  boolean hasEnded() {
    return ended && blocks.isEmpty();
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException closed) {
      ended = true;
    }
  }

  private void read() {
    try (Reader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      BlockBuilder block = new BlockBuilder();
      StringBuilder line = new StringBuilder();
      for (int character = reader.read(); character >= 0; character = reader.read()) {
        if (character != '\n') {
          line.append((char) character);
          if (line.length() > LONGEST_LINE) {
            return;
          }
        } else if (line.isEmpty()) {
          blocks.put(block.built());
          block = new BlockBuilder();
        } else {
          block.line(line.toString());
          line.setLength(0);
        }
      }
    } catch (IOException broken) {
      // Whoever follows the stream goes on with another one.
      ended = true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      ended = true;
    }
  }

  /** The lines of a block as they come. */
  private static final class BlockBuilder {
    private String id = "";
    private String data = "";
    private String comment = "";
    private long retry;

    void line(String line) {
      int colon = line.indexOf(':');
      String field = colon < 0 ? line : line.substring(0, colon);
      String value = colon < 0 ? "" : line.substring(colon + 1).stripLeading();
      switch (field) {
        case "id" -> id = value;
        case "data" -> data = data.isEmpty() ? value : data + "\n" + value;
        case "" -> comment = value;
        case "retry" -> retry = milliseconds(value);
        default -> {}
      }
    }

    StreamBlock built() {
      return new StreamBlock(id, data, comment, retry);
    }

    private static long milliseconds(String value) {
      return value.matches("\\d{1,9}") ? Long.parseLong(value) : 0;
    }
  }
}
