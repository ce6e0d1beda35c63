package dev.helium.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.launcher.console.UserException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Calls of Helium's API.
 *
 * <p>A refusal is a {@link ProblemException}, a server that is not there a {@link UserException};
 * no call takes longer than a minute or reads more than 16 MiB.
 */
public final class HeliumClient implements AutoCloseable {
  private static final String ROUTES = "/v1/api/";
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int LARGEST_ANSWER = 16 << 20;
  private static final int NOT_FOUND = 404;
  private static final int FIRST_ERROR = 400;

  private final URI server;
  private final String token;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();
  private final ObjectMapper json = new ObjectMapper();

  public HeliumClient(URI server, String token) {
    this.server = server;
    this.token = token;
  }

  /** The workspace as accepted: its final name, and its status now. */
  public WorkspaceState create(CreateRequest request) {
    HttpRequest.Builder call = call("workspace");
    try {
      if (request.valuesFile().isPresent()) {
        Multipart form = new Multipart();
        request.fields().forEach(form::field);
        form.file("valuesYaml", request.valuesFile().get());
        call.header("Content-Type", form.contentType()).POST(form.body());
      } else {
        call.header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(request.fields())));
      }
    } catch (FileNotFoundException missing) {
      throw new UserException("There is no readable file " + request.valuesFile().get() + ".");
    } catch (IOException failure) {
      throw new UserException("The request cannot be written: " + failure.getMessage(), failure);
    }
    return WorkspaceState.of(accepted(send(call)));
  }

  public List<String> names() {
    return accepted(send(call("workspaces").GET()))
        .path("IDs")
        .valueStream()
        .map(JsonNode::asText)
        .toList();
  }

  /** Nothing when there is no such workspace. */
  public Optional<WorkspaceState> find(String name) {
    HttpResponse<byte[]> answer = send(call("workspace/" + encoded(name)).GET());
    return answer.statusCode() == NOT_FOUND
        ? Optional.empty()
        : Optional.of(WorkspaceState.of(accepted(answer).path("Workspace")));
  }

  /** What {@link #find} reads, as the server sent it but indented. */
  public String document(String name) {
    try {
      return json.writerWithDefaultPrettyPrinter()
          .writeValueAsString(accepted(send(call("workspace/" + encoded(name)).GET())));
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Returns when the deletion is accepted. */
  public void delete(String name) {
    accepted(send(call("workspace/" + encoded(name)).DELETE()));
  }

  /**
   * Lets a workspace live longer, in the words of whoever asks.
   *
   * @param why may be empty
   */
  public WorkspaceState extend(String name, String expiry, String why) {
    return changed(name, "extend", Map.of("expiry", expiry, "why", why));
  }

  /**
   * Lets a workspace go earlier, in the words of whoever asks.
   *
   * @param why may be empty
   */
  public WorkspaceState shorten(String name, String expiry, String why) {
    return changed(name, "shorten", Map.of("expiry", expiry, "why", why));
  }

  /**
   * Keeps a workspace from being ended.
   *
   * @param until empty for as late as the server grants
   */
  public WorkspaceState protect(String name, String until, String why) {
    return changed(name, "protect", Map.of("until", until, "why", why));
  }

  /** Lets a workspace be ended again. */
  public WorkspaceState unprotect(String name) {
    return changed(name, "unprotect");
  }

  /**
   * Brings back a workspace that has expired.
   *
   * @param expiry empty for that of a new one
   */
  public WorkspaceState revive(String name, String expiry) {
    return changed(name, "revive", Map.of("expiry", expiry));
  }

  /** Makes the attempt again that has failed. */
  public WorkspaceState retry(String name) {
    return changed(name, "retry");
  }

  /** Stops making or updating it. */
  public WorkspaceState cancel(String name) {
    return changed(name, "cancel");
  }

  /** What has happened, above a number, as far as one answer goes. */
  public EventPage events(String name, long after) {
    return EventPage.of(
        accepted(
            send(call("workspace/" + encoded(name) + "/events?limit=500&after=" + after).GET())));
  }

  /** What comes after a page that is not the last. */
  public EventPage after(EventPage page) {
    return EventPage.of(following(page.next()));
  }

  /**
   * What is to go, the soonest first, as far as one answer goes.
   *
   * @param until none that expires later
   * @param most of one answer, 1 to 500
   */
  public PlannedEndPage expiries(Optional<Instant> until, int most) {
    String latest = until.map(instant -> "&until=" + encoded(instant.toString())).orElse("");
    return PlannedEndPage.of(accepted(send(call("expiries?limit=" + most + latest).GET())));
  }

  /** What comes after a page that is not the last. */
  public PlannedEndPage after(PlannedEndPage page) {
    return PlannedEndPage.of(following(page.next()));
  }

  /** Why a workspace is as it is. */
  public Explanation why(String name) {
    return Explanation.of(
        accepted(send(call("workspace/" + encoded(name) + "/why").GET())).path("Why"));
  }

  /** The proof that it is gone; a problem says why there is none. */
  public DeletionReceipt receipt(String name) {
    return DeletionReceipt.of(
        accepted(send(call("workspace/" + encoded(name) + "/receipt").GET())).path("Receipt"));
  }

  /** How long its stages took or take. */
  public WorkspaceTimeline timeline(String name) {
    return WorkspaceTimeline.of(
        accepted(send(call("workspace/" + encoded(name) + "/timeline").GET())).path("Timeline"));
  }

  /** What does not belong to anything. */
  public OrphanLedger orphans() {
    return OrphanLedger.of(accepted(send(call("orphans").GET())));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  /** Sends the fields that say something, in the order of their names. */
  private WorkspaceState changed(String name, String change, Map<String, String> fields) {
    Map<String, String> said = new TreeMap<>(fields);
    said.values().removeIf(String::isEmpty);
    try {
      return WorkspaceState.of(
          accepted(
              send(
                  call("workspace/" + encoded(name) + "/" + change)
                      .header("Content-Type", "application/json")
                      .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(said))))));
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private JsonNode following(String next) {
    if (!next.startsWith(ROUTES)) {
      throw new UserException("The server names no address of its own for the next page.");
    }
    return accepted(send(call(next.substring(ROUTES.length())).GET()));
  }

  private WorkspaceState changed(String name, String change) {
    return WorkspaceState.of(
        accepted(
            send(call("workspace/" + encoded(name) + "/" + change).POST(BodyPublishers.noBody()))));
  }

  private HttpRequest.Builder call(String path) {
    return HttpRequest.newBuilder(server.resolve(ROUTES + path))
        .timeout(LIMIT)
        .header("Authorization", "Bearer " + token)
        .header("Accept", "application/json, application/problem+json");
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder call) {
    try {
      return client.send(
          call.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
    } catch (HttpTimeoutException failure) {
      throw new UserException("Helium at %s does not answer.".formatted(server), failure);
    } catch (ConnectException failure) {
      throw new UserException(
          "Helium does not answer at %s: start it with ./helium up.".formatted(server), failure);
    } catch (IOException failure) {
      throw new UserException(
          "The connection to %s broke: %s".formatted(server, failure.getMessage()), failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UserException("Interrupted.", interrupted);
    }
  }

  private JsonNode accepted(HttpResponse<byte[]> answer) {
    JsonNode body = body(answer);
    if (answer.statusCode() >= FIRST_ERROR) {
      throw new ProblemException(Problem.of(answer.statusCode(), body));
    }
    return body;
  }

  private JsonNode body(HttpResponse<byte[]> answer) {
    try {
      return json.readTree(answer.body());
    } catch (IOException notJson) {
      return json.missingNode();
    }
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
