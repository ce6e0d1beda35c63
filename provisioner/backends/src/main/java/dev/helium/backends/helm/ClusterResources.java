package dev.helium.backends.helm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.backends.ApiServer;
import dev.helium.backends.PreparationException;
import dev.helium.backends.PreparationException.Kind;
import dev.helium.backends.helm.rendering.Resources;
import java.util.Map;
import java.util.TreeMap;

/** Asks an API server for all kinds that it offers. */
final class ClusterResources {
  private static final int MOST_GROUPS = 1_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private ClusterResources() {}

  /** Groups that are there but do not answer are left out: nothing can be made of them anyway. */
  static Resources read(ApiServer server) {
    Map<String, String> documents = new TreeMap<>();
    for (String path : new String[] {"/version", "/api", "/apis", "/api/v1"}) {
      documents.put(
          path,
          server
              .get(path)
              .orElseThrow(
                  () ->
                      PreparationException.passing(
                          Kind.CLUSTER_UNREACHABLE,
                          "the cluster does not say what it offers",
                          null)));
    }
    int groups = 0;
    for (JsonNode group : json(documents.get("/apis")).path("groups")) {
      for (JsonNode version : group.path("versions")) {
        groups++;
        String path = "/apis/" + version.path("groupVersion").asText();
        if (groups <= MOST_GROUPS) {
          server.get(path).ifPresent(document -> documents.put(path, document));
        }
      }
    }
    return new Resources(documents);
  }

  static JsonNode json(String document) {
    try {
      return JSON.readTree(document);
    } catch (JsonProcessingException unfit) {
      throw PreparationException.passing(
          Kind.CLUSTER_UNREACHABLE, "the cluster answers with what is no JSON", unfit);
    }
  }
}
