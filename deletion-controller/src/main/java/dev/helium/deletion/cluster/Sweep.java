package dev.helium.deletion.cluster;

import dev.helium.deletion.proof.Leftovers;
import dev.helium.domain.WorkspaceId;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Looks through all objects of one kind for those that carry the labels of some workspaces. */
record Sweep(KubernetesClient client, Kind kind) {
  /** Of one workspace and kind; more are only counted up to here. */
  static final int MOST_NAMED = 100;

  /** Names and labels only are asked for, of the newest state. Blocks. */
  Leftovers of(Set<WorkspaceId> workspaces) {
    try {
      return new Leftovers(kind.title(), Leftovers.Outcome.LOOKED_AT, find(workspaces));
    } catch (KubernetesClientException failure) {
      return switch (failure.getCode()) {
        case HttpURLConnection.HTTP_FORBIDDEN ->
            new Leftovers(kind.title(), Leftovers.Outcome.FORBIDDEN, Map.of());
        // Its definition is gone since the cluster was asked, and everything of it with that.
        case HttpURLConnection.HTTP_NOT_FOUND ->
            new Leftovers(kind.title(), Leftovers.Outcome.UNKNOWN_KIND, Map.of());
        default -> throw failure;
      };
    }
  }

  private Map<WorkspaceId, Set<String>> find(Set<WorkspaceId> workspaces) {
    String[] names = workspaces.stream().map(WorkspaceId::value).sorted().toArray(String[]::new);
    Map<WorkspaceId, Set<String>> found = new HashMap<>();
    LabelledPages pages = new LabelledPages(client);
    String next = "";
    do {
      LabelledPages.Page page = pages.read(kind, names, next);
      page.objects().forEach(metadata -> note(metadata, found));
      next = page.next();
    } while (!next.isEmpty());
    return found;
  }

  private void note(ObjectMeta metadata, Map<WorkspaceId, Set<String>> found) {
    Set<String> named =
        found.computeIfAbsent(
            new WorkspaceId(Labels.of(metadata, Labels.WORKSPACE)), ignored -> new HashSet<>());
    if (named.size() < MOST_NAMED) {
      named.add(Labels.leftover(kind.name(), metadata));
    }
  }
}
