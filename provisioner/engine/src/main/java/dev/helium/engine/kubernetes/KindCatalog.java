package dev.helium.engine.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.helium.engine.kubernetes.ApiServer.Answer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The kinds an API server serves, asked for once per group and version, and again when one is
 * missing.
 */
final class KindCatalog {
  private final ApiServer server;
  private final ClusterIdentity identity;
  private final Map<String, Map<String, ObjectKind>> groups = new ConcurrentHashMap<>();

  KindCatalog(ApiServer server, ClusterIdentity identity) {
    this.server = server;
    this.identity = identity;
  }

  /** The kind, empty when the API server says that it does not serve it. */
  Optional<ObjectKind> find(String apiVersion, String kind) {
    var known = groups.get(apiVersion);
    if (known != null && known.containsKey(kind)) {
      return Optional.of(known.get(kind));
    }
    return Optional.ofNullable(discover(apiVersion).get(kind));
  }

  /** Asks again when a kind of this group is needed next: its definition may have changed. */
  void forget(String apiVersion) {
    var group = apiVersion.substring(0, apiVersion.indexOf('/') + 1);
    groups.keySet().removeIf(known -> known.startsWith(group));
  }

  private Map<String, ObjectKind> discover(String apiVersion) {
    var answer = server.get(ObjectKind.groupPath(apiVersion));
    if (isAbsent(answer)) {
      return Map.of();
    }
    if (!answer.isSuccess()) {
      throw ApiErrors.of("discovery of " + apiVersion, answer);
    }
    identity.learn();
    var kinds = read(apiVersion, answer.body());
    groups.put(apiVersion, kinds);
    return kinds;
  }

  private boolean isAbsent(Answer answer) {
    // An absent group answers in plain text, as a broken proxy does: the version page tells them
    // apart.
    return answer.isGone()
        || (answer.code() == 404 && server.get("/version").body().has("gitVersion"));
  }

  private static Map<String, ObjectKind> read(String apiVersion, JsonNode list) {
    var kinds = new HashMap<String, ObjectKind>();
    for (var resource : list.path("resources")) {
      var plural = resource.path("name").asText();
      // Subresources such as pods/log are listed beside the kinds.
      if (!plural.contains("/")) {
        var kind = resource.path("kind").asText();
        kinds.put(
            kind,
            new ObjectKind(apiVersion, kind, plural, resource.path("namespaced").asBoolean()));
      }
    }
    return Map.copyOf(kinds);
  }
}
