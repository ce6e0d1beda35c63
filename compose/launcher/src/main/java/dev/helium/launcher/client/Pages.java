package dev.helium.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An answer that comes in pages, as one document. */
final class Pages {
  private static final String NEXT = "Next";

  /** Whatever a server says, it ends there. */
  private static final int MOST = 50;

  private final ApiConnection api;

  Pages(ApiConnection api) {
    this.api = api;
  }

  /**
   * All entries up to a number, in the first page. It says where more are only when they follow
   * those.
   *
   * @param path of the first page
   * @param field that holds the entries
   */
  JsonNode of(String path, String field, int most) {
    JsonNode answered = api.get(path);
    if (!(answered instanceof ObjectNode all) || !(all.get(field) instanceof ArrayNode entries)) {
      return answered;
    }
    for (int pages = 1; all.has(NEXT) && pages < MOST && entries.size() < most; pages++) {
      JsonNode page = api.following(all.remove(NEXT).asText());
      page.path(field).forEach(entries::add);
      if (page.has(NEXT)) {
        all.set(NEXT, page.get(NEXT));
      }
    }
    if (entries.size() > most) {
      all.remove(NEXT);
    }
    while (entries.size() > most) {
      entries.remove(entries.size() - 1);
    }
    return all;
  }
}
