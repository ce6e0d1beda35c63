package dev.helium.pages.read;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;

/** One page of what is to go, the soonest first. */
public record ExpiryList(JsonObject json) {
  public ExpiryList {
    Objects.requireNonNull(json, "json");
  }

  public List<ExpiryView> expiries() {
    return ExpiryView.listOf(json);
  }

  /** Where the next page begins; empty on the last one. */
  public String next() {
    return NextAddress.parameter(Json.text(json, "Next"), "after");
  }
}
