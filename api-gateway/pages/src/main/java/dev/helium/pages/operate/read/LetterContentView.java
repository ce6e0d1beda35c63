package dev.helium.pages.operate.read;

import dev.helium.pages.read.Json;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;

/** What a record holds that could not be read, but for its body. */
public record LetterContentView(JsonObject json) {
  /** A header of it. */
  public record Header(String name, String value) {
    public Header {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(value, "value");
    }
  }

  public LetterContentView {
    Objects.requireNonNull(json, "json");
  }

  public List<Header> headers() {
    return Json.objects(json, "Headers").stream()
        .map(each -> new Header(Json.text(each, "Name"), Json.text(each, "Value")))
        .toList();
  }

  public long moreHeaders() {
    return Json.number(json, "MoreHeaders");
  }

  /** Whether it has a body at all. */
  public boolean hasBody() {
    return json.containsKey("Bytes");
  }

  public long bytes() {
    return Json.number(json, "Bytes");
  }

  public String digest() {
    return Json.text(json, "SHA256");
  }
}
