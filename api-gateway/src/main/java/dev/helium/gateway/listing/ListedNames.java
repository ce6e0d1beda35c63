package dev.helium.gateway.listing;

import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The names of all workspaces that exist, and the answer that lists them, which is made anew only
 * when there are others. Whoever was told that a workspace is there finds it listed: names are
 * taken in before anybody hears of what was decided.
 *
 * <p>Safe for several threads.
 */
final class ListedNames {
  private final SortedSet<String> names = new TreeSet<>();
  private final Map<String, Long> versions = new HashMap<>();
  private Buffer answer;

  /** Takes what is known of a name; something older than what is known changes nothing. */
  synchronized void take(String name, boolean exists, long version) {
    if (version <= versions.getOrDefault(name, 0L)) {
      return;
    }
    versions.put(name, version);
    if (exists ? names.add(name) : names.remove(name)) {
      answer = null;
    }
  }

  synchronized Buffer answer() {
    if (answer == null) {
      answer = encoded();
    }
    return answer;
  }

  /** Names are letters, digits and dashes, which stand in JSON as they are. */
  private Buffer encoded() {
    return Buffer.buffer(
        names.isEmpty() ? "{\"IDs\":[]}" : "{\"IDs\":[\"" + String.join("\",\"", names) + "\"]}");
  }
}
