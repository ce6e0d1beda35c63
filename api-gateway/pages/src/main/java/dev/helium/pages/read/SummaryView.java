package dev.helium.pages.read;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What workspaces come to, as the API counts them. */
public record SummaryView(JsonObject json) {
  private static final String WORKSPACES = "Workspaces";
  private static final String BACKEND = "Backend";

  /** How many workspaces of a backend there are, by status. */
  public record OfBackend(String name, Map<WorkspaceStatus, Long> statuses) {
    public OfBackend {
      statuses = Map.copyOf(statuses);
    }

    public long all() {
      return statuses.values().stream().mapToLong(Long::longValue).sum();
    }

    public long of(WorkspaceStatus status) {
      return statuses.getOrDefault(status, 0L);
    }
  }

  /** Something, and how many workspaces it has. */
  public record Count(String name, long workspaces) {}

  /** How long it took until workspaces of a backend were ready. */
  public record Took(
      String backend, long runs, Duration tenth, Duration median, Duration ninetieth) {}

  public SummaryView {
    Objects.requireNonNull(json, "json");
  }

  public long all() {
    return Json.number(json, WORKSPACES);
  }

  public long of(WorkspaceStatus status) {
    return backends().stream().mapToLong(backend -> backend.of(status)).sum();
  }

  /** Those with the most workspaces first. */
  public List<OfBackend> backends() {
    Map<String, Map<WorkspaceStatus, Long>> backends = new TreeMap<>();
    Json.objects(json, "Kinds")
        .forEach(
            kind ->
                backends
                    .computeIfAbsent(
                        Json.text(kind, BACKEND), name -> new EnumMap<>(WorkspaceStatus.class))
                    .merge(
                        WorkspaceStatus.named(Json.text(kind, "Status")),
                        Json.number(kind, WORKSPACES),
                        Long::sum));
    return backends.entrySet().stream()
        .map(entry -> new OfBackend(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong(OfBackend::all).reversed())
        .toList();
  }

  /** By where to look, the most first. */
  public List<Count> failures() {
    return counts("Failures", "ReasonClass");
  }

  /** By how soon, each with those before it; names are lengths of time in ISO 8601. */
  public List<Count> expiring() {
    return counts("Expiring", "Within");
  }

  /** How many are to go within so long. */
  public long expiring(String within) {
    return expiring().stream()
        .filter(count -> count.name().equals(within))
        .mapToLong(Count::workspaces)
        .sum();
  }

  public long owners() {
    return Json.number(json, "Owners");
  }

  /** The owners with the most workspaces. */
  public List<Count> largest() {
    return counts("Largest", "Owner");
  }

  public List<Took> ready() {
    return Json.objects(json, "Ready").stream()
        .map(
            each ->
                new Took(
                    Json.text(each, BACKEND),
                    Json.number(each, "Runs"),
                    milliseconds(each, "Tenth"),
                    milliseconds(each, "Median"),
                    milliseconds(each, "Ninetieth")))
        .toList();
  }

  private static Duration milliseconds(JsonObject json, String name) {
    return Duration.ofMillis(Math.max(0, Json.number(json, name)));
  }

  private List<Count> counts(String list, String name) {
    return Json.objects(json, list).stream()
        .map(each -> new Count(Json.text(each, name), Json.number(each, WORKSPACES)))
        .toList();
  }
}
