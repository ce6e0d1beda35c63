package dev.helium.pages.read;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What can be asked for, as the API shows it. */
public record BackendView(JsonObject json) {
  public BackendView {
    Objects.requireNonNull(json, "json");
  }

  public String name() {
    return Json.text(json, "Name");
  }

  /** One sentence. */
  public String summary() {
    return Json.text(json, "Summary");
  }

  /** What must be ready, in the order in which it starts. */
  public List<String> ready() {
    return Json.texts(json, "Ready");
  }

  /** What comes out: a sentence each, by its name. */
  public Map<String, String> outputs() {
    return Json.textsByName(json, "Outputs");
  }

  /** Which value a field of a request sets, names between dots, by the field. */
  public Map<String, String> fields() {
    return Json.textsByName(json, "Fields");
  }

  /** The JSON Schema of its values. */
  public JsonObject schema() {
    return object("Parameters");
  }

  public JsonObject defaults() {
    return object("Defaults");
  }

  /** Values that are laid over the defaults, by the name of the profile. */
  public JsonObject profiles() {
    return object("Profiles");
  }

  /** What half of the newest took no longer than to be ready; empty while too few are known. */
  public Optional<Duration> timeToReady() {
    return Json.object(json, "TimeToReady")
        .map(known -> Duration.ofMillis(Json.number(known, "Median")))
        .filter(Duration::isPositive);
  }

  /** How many days one may live, for whoever looks; 0 when that is not said. */
  public long maximumDays() {
    return Json.number(json, "MaximumDays");
  }

  /** Whether it takes the file {@code infraJson}. */
  public boolean takesInfrastructure() {
    return Json.object(json, "Infrastructure").isPresent();
  }

  /** The values without which it makes nothing. */
  public List<String> required() {
    return Json.texts(schema(), "required");
  }

  private JsonObject object(String name) {
    return Json.object(json, name).orElseGet(JsonObject::new);
  }
}
