package dev.helium.story.observed;

import dev.helium.story.StoryWorld;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;

/** Somebody who listens to all that happens. */
final class Subscriber implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();

  Subscriber(StoryWorld world) throws IOException, InterruptedException {
    InputStream events =
        client
            .send(
                HttpRequest.newBuilder(world.api().resolve("/v1/api/events"))
                    .header(
                        "Authorization", "Bearer " + Files.readString(world.home().token()).strip())
                    .header("Accept", "text/event-stream")
                    .build(),
                BodyHandlers.ofInputStream())
            .body();
    Thread.ofVirtual().start(() -> listen(events));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private static void listen(InputStream events) {
    try (events) {
      events.transferTo(OutputStream.nullOutputStream());
    } catch (IOException ended) {
      System.out.println("The stream has ended: " + ended);
    }
  }
}
