package dev.helium.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** Listens to a stream as the HTML standard says, and keeps what it has heard. */
final class StreamClient implements AutoCloseable {
  /** A block of the stream; what it does not have is empty. */
  record Block(String id, String type, String data, String comment) {
    boolean isEvent() {
      return !data.isEmpty();
    }
  }

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpResponse<InputStream> answer;
  private final List<Block> blocks = new ArrayList<>();
  private final Thread reader;
  private int events;
  private volatile boolean ended;

  /** Returns when the answer has begun. */
  StreamClient(HttpRequest.Builder request) {
    try {
      answer = http.send(request.build(), BodyHandlers.ofInputStream());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
    reader = Thread.ofVirtual().start(this::read);
  }

  int status() {
    return answer.statusCode();
  }

  String header(String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  synchronized List<Block> blocks() {
    return List.copyOf(blocks);
  }

  /** How many events came, without a look at each. */
  synchronized int count() {
    return events;
  }

  /** The CloudEvents. */
  List<JsonObject> events() {
    return blocks().stream().filter(Block::isEvent).map(Block::data).map(JsonObject::new).toList();
  }

  List<String> ids() {
    return events().stream().map(event -> event.getString("id")).toList();
  }

  List<String> comments() {
    return blocks().stream().map(Block::comment).filter(comment -> !comment.isEmpty()).toList();
  }

  /** Where to go on; empty before the first word. */
  String lastId() {
    return blocks().stream()
        .map(Block::id)
        .filter(id -> !id.isEmpty())
        .reduce("", (before, after) -> after);
  }

  /** Whether the server has ended the stream, or the connection broke. */
  boolean hasEnded() {
    return ended;
  }

  private void read() {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
      List<String> block = new ArrayList<>();
      String line = lines.readLine();
      while (line != null) {
        if (line.isEmpty()) {
          add(block);
          block.clear();
        } else {
          block.add(line);
        }
        line = lines.readLine();
      }
    } catch (IOException broken) {
      // What did not come whole did not come.
    } finally {
      ended = true;
    }
  }

  private synchronized void add(List<String> lines) {
    Block block =
        new Block(
            value(lines, "id: "),
            value(lines, "event: "),
            value(lines, "data: "),
            value(lines, ": "));
    blocks.add(block);
    events += block.isEvent() ? 1 : 0;
  }

  private static String value(List<String> lines, String field) {
    return lines.stream()
        .filter(line -> line.startsWith(field))
        .map(line -> line.substring(field.length()))
        .findFirst()
        .orElse("");
  }

  @Override
  public void close() {
    http.shutdownNow();
    try {
      reader.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
