package dev.helium.deletion;

import dev.helium.deletion.cluster.ClusterSurvey;
import dev.helium.deletion.ledger.Picture;
import dev.helium.deletion.ledger.Side;
import dev.helium.deletion.ledger.Surveyor;
import dev.helium.deletion.proof.NamespaceFacts;
import dev.helium.deletion.stacks.StackFiles;
import dev.helium.deletion.stacks.StackFolder;
import dev.helium.domain.WorkspaceId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at the cluster and at the state files; what fails is a side that was not looked at. */
final class Survey implements Surveyor {
  private final Vertx vertx;
  private final ClusterSurvey cluster;
  private final StackFolder stacks;

  Survey(Vertx vertx, ClusterSurvey cluster, StackFolder stacks) {
    this.vertx = vertx;
    this.cluster = cluster;
    this.stacks = stacks;
  }

  @Override
  public Future<Picture> survey(Set<String> lived) {
    Map<Side, String> unseen = new EnumMap<>(Side.class);
    return seen(Side.NAMESPACES, cluster.namespaces(), Map.of(), unseen)
        .compose(
            namespaces ->
                seen(
                        Side.OBJECTS,
                        cluster.objects(label -> !lived.contains(label), namespaces.keySet()),
                        Map.of(),
                        unseen)
                    .compose(objects -> withStacks(namespaces, objects, unseen)));
  }

  @Override
  public Future<Picture> verify(
      Set<String> namespaces, Set<WorkspaceId> workspaces, Set<String> apart) {
    Map<Side, String> unseen = new EnumMap<>(Side.class);
    Set<String> names =
        workspaces.stream().map(WorkspaceId::value).collect(Collectors.toUnmodifiableSet());
    Future<Map<WorkspaceId, Set<String>>> objects =
        names.isEmpty()
            ? Future.succeededFuture(Map.of())
            : cluster.objects(names::contains, apart);
    return seen(Side.NAMESPACES, cluster.named(namespaces), Map.of(), unseen)
        .compose(
            found ->
                seen(Side.OBJECTS, objects, Map.of(), unseen)
                    .compose(left -> withStacks(found, left, unseen)));
  }

  private Future<Picture> withStacks(
      Map<String, NamespaceFacts> namespaces,
      Map<WorkspaceId, Set<String>> objects,
      Map<Side, String> unseen) {
    return names(unseen).map(names -> new Picture(namespaces, objects, names, unseen));
  }

  private Future<Set<String>> names(Map<Side, String> unseen) {
    return switch (stacks) {
      case StackFolder.Unknown ignored -> {
        unseen.put(Side.STACKS, "HELIUM_STATE_DIRECTORY is not set");
        yield Future.succeededFuture(Set.of());
      }
      case StackFolder.At(var directory) ->
          seen(
              Side.STACKS,
              vertx.executeBlocking(() -> new StackFiles(directory).names(), false),
              Set.of(),
              unseen);
    };
  }

  private static <T> Future<T> seen(
      Side side, Future<T> look, T nothing, Map<Side, String> unseen) {
    return look.otherwise(
        failure -> {
          unseen.put(side, "it could not be read: " + failure.getClass().getSimpleName());
          return nothing;
        });
  }
}
