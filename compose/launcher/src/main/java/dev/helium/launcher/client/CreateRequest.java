package dev.helium.launcher.client;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a person asks for; the server has defaults for all that is not there, and a word for all
 * that it does not know.
 *
 * @param fields by the names of the API; those that are empty are left out
 * @param files that are sent as they are, by the names of the API
 * @param query how long the answer is waited for; may be empty
 */
public record CreateRequest(Map<String, String> fields, Map<String, Path> files, String query) {
  public CreateRequest {
    Map<String, String> said = new TreeMap<>(fields);
    said.values().removeIf(String::isEmpty);
    fields = Map.copyOf(said);
    files = Map.copyOf(files);
  }

  /** Without files, and without waiting. */
  public static CreateRequest of(Map<String, String> fields) {
    return new CreateRequest(fields, Map.of(), "");
  }
}
