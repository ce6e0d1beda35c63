package dev.helium.pages.read;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What only the page of one workspace shows of it. */
public record WorkspaceDetails(JsonObject json) {
  /** By the name of the field, what people call it. Links and commands are shown elsewhere. */
  private static final Map<String, String> OUTPUTS = outputNames();

  public WorkspaceDetails {
    Objects.requireNonNull(json, "json");
  }

  public WorkspaceView workspace() {
    return new WorkspaceView(json);
  }

  /** Which life of the name it is, counted from 1. */
  public long incarnation() {
    return Json.number(json, "Incarnation");
  }

  /** What was found missing; empty unless something was. */
  public String drift() {
    return Json.text(json, "Drift");
  }

  /** What is left of it and what holds that, when it does not go. */
  public List<String> heldBy() {
    return Json.texts(json, "HeldBy");
  }

  public Optional<Instant> heldSince() {
    return Json.instant(json, "HeldSince");
  }

  /** When it ends, once that was announced. */
  public Optional<Instant> endsSoon() {
    return Json.object(json, "ExpiringSoon").flatMap(soon -> Json.instant(soon, "At"));
  }

  /** Why it is not ready, the gravest first. */
  public List<ReasonView> reasons() {
    return Json.objects(json, "Reasons").stream().map(ReasonView::new).toList();
  }

  public Optional<EstimateView> estimate() {
    return Json.object(json, "Estimate").map(EstimateView::new);
  }

  /** The command that connects {@code kubectl}; may be empty. */
  public String connect() {
    return Json.text(json, "K8s");
  }

  /** The command that connects {@code pachctl}; may be empty. */
  public String connectPachyderm() {
    return Json.text(json, "Pachctl");
  }

  /** By {@code Kind/name}. */
  public Map<String, String> addresses() {
    return Json.textsByName(json, "Addresses");
  }

  /** The names of the secrets that open it. */
  public List<String> secrets() {
    return Json.texts(json, "CredentialSecrets");
  }

  /** What its program says beside the ways in, by what it is called; what is empty is left out. */
  public Map<String, String> outputs() {
    Map<String, String> outputs = new LinkedHashMap<>();
    OUTPUTS.forEach(
        (field, name) -> {
          String value = Json.text(json, field);
          if (!value.isEmpty() && !isWayIn(value)) {
            outputs.put(name, value);
          }
        });
    return outputs;
  }

  /** Where the state of its program is kept, often the path of a file; may be empty. */
  public String stack() {
    return Json.text(json, "PulumiURL");
  }

  private boolean isWayIn(String value) {
    return workspace().connections().stream().anyMatch(way -> way.url().equals(value));
  }

  private static Map<String, String> outputNames() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("K8sNamespace", "Namespace");
    names.put("ConsoleURL", "Console");
    names.put("NotebooksURL", "Notebooks");
    names.put("GCSBucket", "Bucket");
    names.put("PachdIp", "Address of pachd");
    return names;
  }
}
