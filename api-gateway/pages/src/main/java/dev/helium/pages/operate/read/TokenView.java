package dev.helium.pages.operate.read;

import dev.helium.pages.read.Json;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A token that somebody was given. */
public record TokenView(JsonObject json) {
  public TokenView {
    Objects.requireNonNull(json, "json");
  }

  public static List<TokenView> listOf(JsonObject answer) {
    return Json.objects(answer, "Tokens").stream().map(TokenView::new).toList();
  }

  public String id() {
    return Json.text(json, "ID");
  }

  public String name() {
    return Json.text(json, "Name");
  }

  public String role() {
    return Json.text(json, "Role");
  }

  /** What it is good for at most. */
  public String scopes() {
    return String.join(", ", Json.texts(json, "Scopes"));
  }

  /** Empty when it never does. */
  public Optional<Instant> expires() {
    return Json.instant(json, "Expires");
  }

  public boolean isExpired() {
    return Json.flag(json, "Expired");
  }
}
