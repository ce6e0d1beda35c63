package dev.helium.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.helium.launcher.console.ExitCode;
import dev.helium.launcher.console.UserException;
import java.io.FileNotFoundException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Calls of Helium's API.
 *
 * <p>A refusal is a {@link ProblemException}, a server that is not there a {@link UserException};
 * no call takes longer than its limit or reads more than 16 MiB, but for the stream of events.
 */
public final class HeliumClient implements AutoCloseable {
  /** For what a person waits for. */
  private static final Duration PATIENT = Duration.ofSeconds(60);

  private static final int MOST_OF_A_PAGE = 500;
  private static final int ALL = Integer.MAX_VALUE;

  private final ApiConnection api;

  public HeliumClient(URI server, String token) {
    this(server, token, PATIENT);
  }

  /**
   * One whose calls take no longer than that.
   *
   * @param limit of each call
   */
  public HeliumClient(URI server, String token, Duration limit) {
    this.api = new ApiConnection(server, token, limit);
  }

  /** The workspace as accepted: its final name, and its status now. */
  public Answer<WorkspaceState> create(CreateRequest request) {
    String path = "workspace" + request.query();
    if (request.files().isEmpty()) {
      return Answer.of(api.exchange("POST", path, request.fields()), WorkspaceState::of);
    }
    Multipart form = new Multipart();
    new TreeMap<>(request.fields()).forEach(form::field);
    request.files().forEach((field, file) -> add(form, field, file));
    return Answer.of(api.post(path, form), WorkspaceState::of);
  }

  public List<String> names() {
    return api.get("workspaces").path("IDs").valueStream().map(JsonNode::asText).toList();
  }

  /**
   * Workspaces, at most 25,000.
   *
   * @param filters values by the names of the API's parameters
   */
  public Answer<WorkspacePage> workspaces(Map<String, List<String>> filters) {
    StringBuilder path = new StringBuilder("workspaces?view=full&limit=" + MOST_OF_A_PAGE);
    new TreeMap<>(filters)
        .forEach(
            (name, values) ->
                values.forEach(
                    value ->
                        path.append('&')
                            .append(name)
                            .append('=')
                            .append(ApiConnection.encoded(value))));
    return Answer.of(
        new Pages(api).of(path.toString(), WorkspacePage.WORKSPACES, ALL), WorkspacePage::of);
  }

  /** A workspace; a problem says that there is none. */
  public Answer<WorkspaceState> workspace(String name) {
    return shown(api.get(path(name, "")));
  }

  /** Nothing when there is no such workspace. */
  public Optional<Answer<WorkspaceState>> find(String name) {
    return api.find(path(name, "")).map(HeliumClient::shown);
  }

  /** Returns when the deletion is accepted. */
  public Answer<WorkspaceState> delete(String name) {
    return Answer.of(api.exchange("DELETE", path(name, ""), Map.of()), WorkspaceState::of);
  }

  /**
   * Asks for a change of a workspace that is there, or was, in the words of whoever asks.
   *
   * @param change such as {@code extend}
   * @param fields of the request; those that are empty are left out
   */
  public Answer<WorkspaceState> change(String name, String change, Map<String, String> fields) {
    Map<String, String> said = new TreeMap<>(fields);
    said.values().removeIf(String::isEmpty);
    return Answer.of(api.exchange("POST", path(name, "/" + change), said), WorkspaceState::of);
  }

  /** What has happened, above a number, at most 25,000 of it. */
  public Answer<EventPage> events(String name, long after) {
    return Answer.of(
        new Pages(api)
            .of(
                path(name, "/events?limit=" + MOST_OF_A_PAGE + "&after=" + after),
                EventPage.EVENTS,
                ALL),
        EventPage::of);
  }

  /**
   * What is to go, the soonest first.
   *
   * @param until none that expires later
   */
  public Answer<PlannedEndPage> expiries(Optional<Instant> until, int most) {
    String latest =
        until.map(instant -> "&until=" + ApiConnection.encoded(instant.toString())).orElse("");
    return Answer.of(
        new Pages(api)
            .of(
                "expiries?limit=" + Math.min(most, MOST_OF_A_PAGE) + latest,
                PlannedEndPage.ENDS,
                most),
        PlannedEndPage::of);
  }

  /**
   * Who asked for what, the newest first.
   *
   * @param filters values by the names of the API's parameters
   */
  public Answer<List<AuditEntry>> audit(Map<String, String> filters, int most) {
    StringBuilder path = new StringBuilder("audit?limit=" + Math.min(most, MOST_OF_A_PAGE));
    new TreeMap<>(filters)
        .forEach(
            (name, value) ->
                path.append('&').append(name).append('=').append(ApiConnection.encoded(value)));
    String field = "Audit";
    return Answer.of(
        new Pages(api).of(path.toString(), field, most),
        document -> document.path(field).valueStream().map(AuditEntry::of).toList());
  }

  /** Why a workspace is as it is. */
  public Answer<Explanation> why(String name) {
    return Answer.of(api.get(path(name, "/why")), why -> Explanation.of(why.path("Why")));
  }

  /** The proof that it is gone; a problem says why there is none. */
  public Answer<DeletionReceipt> receipt(String name) {
    return Answer.of(
        api.get(path(name, "/receipt")), receipt -> DeletionReceipt.of(receipt.path("Receipt")));
  }

  /** How long its stages took or take. */
  public Answer<WorkspaceTimeline> timeline(String name) {
    return Answer.of(
        api.get(path(name, "/timeline")),
        timeline -> WorkspaceTimeline.of(timeline.path("Timeline")));
  }

  /** What does not belong to anything. */
  public Answer<OrphanLedger> orphans() {
    return Answer.of(api.get("orphans"), OrphanLedger::of);
  }

  /**
   * What an owner may take, and by what it is taken.
   *
   * @param owner empty for whoever asks
   */
  public Answer<QuotaAccount> quotas(String owner) {
    String whose = owner.isEmpty() ? "" : "?owner=" + ApiConnection.encoded(owner);
    return Answer.of(api.get("quotas" + whose), QuotaAccount::of);
  }

  /** What can be asked for. */
  public Answer<List<Backend>> backends() {
    return Answer.of(
        api.get("backends"),
        document -> document.path("Backends").valueStream().map(Backend::of).toList());
  }

  /** What one takes; a problem says that there is none of that name. */
  public Answer<Backend> backend(String name) {
    return Answer.of(
        api.get("backends/" + ApiConnection.encoded(name)),
        document -> Backend.of(document.path("Backend")));
  }

  /**
   * What happens to all workspaces from now on, to be closed.
   *
   * @param news told of each interruption
   */
  public EventFeed feed(Consumer<String> news) {
    return new EventFeed(api, "", news);
  }

  /** The same of one workspace. */
  public EventFeed feed(String name, Consumer<String> news) {
    return new EventFeed(api, "workspace=" + ApiConnection.encoded(name), news);
  }

  /** What is asked of webhooks. */
  public WebhookCalls webhooks() {
    return new WebhookCalls(api);
  }

  @Override
  public void close() {
    api.close();
  }

  private static String path(String name, String more) {
    return "workspace/" + ApiConnection.encoded(name) + more;
  }

  private static Answer<WorkspaceState> shown(JsonNode document) {
    return Answer.of(document, found -> WorkspaceState.of(found.path("Workspace")));
  }

  private static void add(Multipart form, String field, Path file) {
    try {
      form.file(field, file);
    } catch (FileNotFoundException missing) {
      throw new UserException(
          ExitCode.WRONG_USAGE, "There is no readable file " + file + ".", missing);
    }
  }
}
