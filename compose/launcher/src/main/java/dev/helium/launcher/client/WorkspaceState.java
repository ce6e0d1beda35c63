package dev.helium.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A workspace as the API shows it.
 *
 * @param status one word, such as {@code ready}
 * @param reasons why it is not ready, or not gone, each in one line
 * @param facts the other fields that have a value, in the API's order and by its names, then how
 *     far it is and when it will be ready, and then addresses by what they lead to
 * @param ways into it, in the API's order
 * @param pods how many are ready
 * @param outlook when it will be ready
 */
public record WorkspaceState(
    String id,
    String status,
    List<String> reasons,
    Map<String, String> facts,
    List<WayIn> ways,
    PodProgress pods,
    Outlook outlook) {
  public static final String PENDING = "pending";
  public static final String READY = "ready";
  public static final String FAILED = "failed";

  private static final String ID = "ID";
  private static final String STATUS = "Status";
  private static final String ADDRESSES = "Addresses";
  private static final String OUTPUTS = "Outputs";
  private static final String CONNECTIONS = "Connections";
  private static final String REASONS = "Reasons";
  private static final String HELD_BY = "HeldBy";
  private static final String PROGRESS = "Progress";
  private static final String ESTIMATE = "Estimate";
  private static final String LABELS = "Labels";
  private static final String PROTECTION = "Protection";
  private static final String EXPIRING_SOON = "ExpiringSoon";

  public WorkspaceState {
    reasons = List.copyOf(reasons);
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    ways = List.copyOf(ways);
  }

  static WorkspaceState of(JsonNode workspace) {
    Map<String, String> facts = new LinkedHashMap<>();
    workspace
        .propertyStream()
        .filter(field -> !List.of(ID, STATUS, REASONS).contains(field.getKey()))
        .filter(field -> field.getValue().isValueNode() && !field.getValue().asText().isEmpty())
        .forEach(field -> facts.put(field.getKey(), field.getValue().asText()));
    put(facts, LABELS, labels(workspace.path(LABELS)));
    put(facts, PROTECTION, protection(workspace.path(PROTECTION)));
    put(facts, EXPIRING_SOON, expiringSoon(workspace.path(EXPIRING_SOON)));
    PodProgress pods = PodProgress.of(workspace.path(PROGRESS));
    Outlook outlook = Outlook.of(workspace.path(ESTIMATE));
    put(facts, PROGRESS, pods.text());
    put(facts, ESTIMATE, outlook.text());
    workspace
        .path(ADDRESSES)
        .propertyStream()
        .forEach(address -> facts.put(address.getKey(), address.getValue().asText()));
    // Those of the original's names stand there already.
    workspace
        .path(OUTPUTS)
        .propertyStream()
        .forEach(output -> facts.putIfAbsent(output.getKey(), output.getValue().asText()));
    return new WorkspaceState(
        workspace.path(ID).asText(),
        workspace.path(STATUS).asText(),
        Stream.concat(
                workspace.path(REASONS).valueStream().map(WorkspaceState::reason),
                workspace.path(HELD_BY).valueStream().map(JsonNode::asText))
            .toList(),
        facts,
        workspace.path(CONNECTIONS).valueStream().map(WayIn::of).toList(),
        pods,
        outlook);
  }

  private static String labels(JsonNode labels) {
    return labels
        .propertyStream()
        .map(label -> label.getKey() + "=" + label.getValue().asText())
        .collect(Collectors.joining(", "));
  }

  /** Where a browser finds it; empty when that is not known. */
  public String link() {
    return fact("ConsoleURL");
  }

  /** Empty when the API does not say. */
  public String fact(String name) {
    return facts.getOrDefault(name, "");
  }

  /** How many of its pods are ready, in words; empty when the API does not say. */
  public String progress() {
    return fact(PROGRESS);
  }

  /** When it will be ready, in words; empty when the API does not say. */
  public String estimate() {
    return fact(ESTIMATE);
  }

  private static String protection(JsonNode protection) {
    String by = protection.path("By").asText();
    return protection.isMissingNode()
        ? ""
        : "until %s%s: %s"
            .formatted(
                protection.path("Until").asText(),
                by.isEmpty() ? "" : " by " + by,
                protection.path("Why").asText());
  }

  private static String expiringSoon(JsonNode soon) {
    return soon.isMissingNode()
        ? ""
        : "at %s; ./helium extend lets it live longer".formatted(soon.path("At").asText());
  }

  private static void put(Map<String, String> facts, String name, String value) {
    if (!value.isEmpty()) {
      facts.put(name, value);
    }
  }

  private static String reason(JsonNode reason) {
    return "%s %s: %s"
        .formatted(
            reason.path("Object").asText(),
            reason.path("Code").asText(),
            reason.path("Message").asText());
  }
}
