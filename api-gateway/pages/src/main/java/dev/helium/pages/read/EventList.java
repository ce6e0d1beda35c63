package dev.helium.pages.read;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;

/** Some of the events of a name, in order. */
public record EventList(JsonObject json) {
  /** Where nothing can be read. */
  public static final EventList NONE = new EventList(new JsonObject());

  public EventList {
    Objects.requireNonNull(json, "json");
  }

  public List<EventView> events() {
    return Json.objects(json, "Events").stream().map(EventView::new).toList();
  }

  /** How many the name has; also the number of the newest. */
  public long count() {
    return Json.number(json, "Count");
  }

  /** How many of the first can no longer be read. */
  public long unlisted() {
    return Json.number(json, "Unlisted");
  }
}
