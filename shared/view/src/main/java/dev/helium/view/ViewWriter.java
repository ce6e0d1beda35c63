package dev.helium.view;

import dev.helium.domain.WorkspaceId;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * Writes what a batch of events says: the views first, then the offsets. A writer that dies in
 * between repeats and skips nothing.
 */
final class ViewWriter {
  private final WorkspaceViews views;
  private final Offsets offsets;
  private final Context context;

  /**
   * @param context where the results are told
   */
  ViewWriter(WorkspaceViews views, Offsets offsets, Context context) {
    this.context = context;
    this.views = views;
    this.offsets = offsets;
  }

  /**
   * @param batch in the order of each partition
   * @param believed the partitions in which a missing event is accepted
   */
  Future<Void> write(List<ProjectedEvent> batch, IntPredicate believed) {
    return Future.fromCompletionStage(
            all(folds(batch, believed)).thenCompose(ignored -> all(advances(batch))), context)
        .recover(failure -> Future.failedFuture(cause(failure)));
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  private static CompletableFuture<Void> all(Collection<CompletionStage<Void>> stages) {
    return CompletableFuture.allOf(
        stages.stream()
            .map(CompletionStage::toCompletableFuture)
            .toArray(CompletableFuture[]::new));
  }

  private List<CompletionStage<Void>> folds(List<ProjectedEvent> batch, IntPredicate believed) {
    Map<WorkspaceId, List<ProjectedEvent>> byWorkspace =
        batch.stream()
            .collect(
                Collectors.groupingBy(
                    event -> event.record().workspace(), LinkedHashMap::new, Collectors.toList()));
    List<CompletionStage<Void>> folds = new ArrayList<>(byWorkspace.size());
    byWorkspace.forEach(
        (id, events) ->
            folds.add(
                views.fold(
                    id,
                    events.stream().map(ProjectedEvent::record).toList(),
                    believed.test(events.getFirst().partition()))));
    return folds;
  }

  private List<CompletionStage<Void>> advances(List<ProjectedEvent> batch) {
    Map<Integer, Long> next = new TreeMap<>();
    batch.forEach(event -> next.put(event.partition(), event.offset() + 1));
    return next.entrySet().stream()
        .map(entry -> offsets.advance(entry.getKey(), entry.getValue()))
        .toList();
  }
}
