package dev.helium.deletion;

import dev.helium.deletion.cluster.ClusterLooks;
import dev.helium.deletion.ledger.ClusterLook;
import dev.helium.deletion.ledger.ClusterPicture;
import dev.helium.deletion.ledger.LabelledObjects;
import dev.helium.deletion.ledger.Picture;
import dev.helium.deletion.ledger.Question;
import dev.helium.deletion.ledger.Side;
import dev.helium.deletion.ledger.Surveyor;
import dev.helium.deletion.proof.NamespaceFacts;
import dev.helium.deletion.stacks.StackFiles;
import dev.helium.deletion.stacks.StackFolder;
import dev.helium.domain.ClusterName;
import dev.helium.domain.WorkspaceId;
import dev.helium.kubernetes.UnusableKubeconfigException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks at all clusters at once and then at the state files; what fails is a side that was not
 * looked at.
 */
final class Survey implements Surveyor {
  private final Vertx vertx;
  private final ClusterLooks clusters;
  private final StackFolder stacks;

  Survey(Vertx vertx, ClusterLooks clusters, StackFolder stacks) {
    this.vertx = vertx;
    this.clusters = clusters;
    this.stacks = stacks;
  }

  @Override
  public Future<Picture> survey(Set<String> lived) {
    return pictures(clusters.all(), (cluster, look) -> all(look, lived));
  }

  @Override
  public Future<Picture> verify(Map<ClusterName, Question> questions) {
    Map<ClusterName, ClusterLook> asked = new HashMap<>(clusters.all());
    asked.keySet().retainAll(questions.keySet());
    return pictures(asked, (cluster, look) -> answer(look, questions.get(cluster)));
  }

  private static Future<ClusterPicture> all(ClusterLook look, Set<String> lived) {
    return Seen.of(look.namespaces(), Map.of())
        .compose(
            namespaces ->
                // What is in labelled namespaces cannot be told apart without these.
                namespaces.isSeen()
                    ? Seen.of(
                            look.objects(
                                label -> !lived.contains(label), namespaces.found().keySet()),
                            LabelledObjects.NONE)
                        .map(objects -> picture(namespaces, objects))
                    : Future.succeededFuture(
                        picture(namespaces, new Seen<>(LabelledObjects.NONE, namespaces.why()))));
  }

  /** A cluster is not asked for nothing. */
  private static Future<ClusterPicture> answer(ClusterLook look, Question question) {
    Set<String> names =
        question.workspaces().stream()
            .map(WorkspaceId::value)
            .collect(Collectors.toUnmodifiableSet());
    Future<Map<String, NamespaceFacts>> namespaces =
        question.namespaces().isEmpty()
            ? Future.succeededFuture(Map.of())
            : look.named(question.namespaces());
    return Seen.of(namespaces, Map.of())
        .compose(
            found -> {
              Future<LabelledObjects> objects =
                  names.isEmpty()
                      ? Future.succeededFuture(LabelledObjects.NONE)
                      : look.objects(names::contains, question.apart());
              return Seen.of(objects, LabelledObjects.NONE).map(left -> picture(found, left));
            });
  }

  private static ClusterPicture picture(
      Seen<Map<String, NamespaceFacts>> namespaces, Seen<LabelledObjects> objects) {
    Map<Side, String> unseen = new HashMap<>();
    if (!namespaces.isSeen()) {
      unseen.put(Side.NAMESPACES, namespaces.why());
    }
    if (!objects.isSeen()) {
      unseen.put(Side.OBJECTS, objects.why());
    }
    return new ClusterPicture(namespaces.found(), objects.found(), unseen);
  }

  private Future<Picture> pictures(
      Map<ClusterName, ClusterLook> looks,
      BiFunction<ClusterName, ClusterLook, Future<ClusterPicture>> picture) {
    Map<ClusterName, Future<ClusterPicture>> pictures = new HashMap<>();
    looks.forEach((cluster, look) -> pictures.put(cluster, picture.apply(cluster, look)));
    return Future.join(List.copyOf(pictures.values()))
        .compose(ignored -> names())
        .map(
            names ->
                new Picture(
                    pictures.entrySet().stream()
                        .collect(
                            Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, entry -> entry.getValue().result())),
                    names.found(),
                    names.why()));
  }

  private Future<Seen<Set<String>>> names() {
    return switch (stacks) {
      case StackFolder.Unknown ignored ->
          Future.succeededFuture(new Seen<>(Set.of(), "HELIUM_STATE_DIRECTORY is not set"));
      case StackFolder.At(var directory) ->
          Seen.of(vertx.executeBlocking(() -> new StackFiles(directory).names(), false), Set.of());
    };
  }

  /**
   * What a look has shown.
   *
   * @param found nothing when it failed
   * @param why it failed; empty when it did not
   */
  private record Seen<T>(T found, String why) {
    static <T> Future<Seen<T>> of(Future<T> look, T nothing) {
      Function<T, Seen<T>> shown = found -> new Seen<>(found, "");
      return look.map(shown).otherwise(failure -> new Seen<>(nothing, why(failure)));
    }

    boolean isSeen() {
      return why.isEmpty();
    }

    private static String why(Throwable failure) {
      return failure instanceof UnusableKubeconfigException unusable
          ? unusable.getMessage()
          : "it could not be read: " + failure.getClass().getSimpleName();
    }
  }
}
