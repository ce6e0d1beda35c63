package dev.helium.deletion.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class PageWalkTest {
  private static final int PAGES = 50;
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final List<WeakReference<ObjectMeta>> made = new ArrayList<>();
  private final List<String> taken = new ArrayList<>();

  private LabelledPages.Page page(String place) {
    int number = place.isEmpty() ? 0 : Integer.parseInt(place);
    ObjectMeta object = new ObjectMetaBuilder().withName("object-" + number).build();
    made.add(new WeakReference<>(object));
    return new LabelledPages.Page(
        List.of(object), number + 1 < PAGES ? "" + (number + 1) : "", false);
  }

  private void take(LabelledPages.Page page) {
    page.objects().forEach(object -> taken.add(object.getName()));
  }

  @Test
  void allPagesAreTakenInTheirOrder() {
    // when
    Future<Void> end =
        PageWalk.through(
            place -> Future.succeededFuture(page(place)),
            this::take,
            took -> Future.succeededFuture());
    // then
    assertThat(end.succeeded()).isTrue();
    assertThat(taken).hasSize(PAGES).startsWith("object-0", "object-1").endsWith("object-49");
  }

  @Test
  void whatWasTakenIsNotHeldAnyMoreWhileOthersAreStillToCome() {
    // given a walk that does not come to its end
    Vertx vertx = Vertx.vertx();
    CompletableFuture<Void> last = new CompletableFuture<>();
    try {
      Future<Void> end =
          PageWalk.through(
              place -> vertx.executeBlocking(() -> page(place)),
              this::take,
              took ->
                  taken.size() < PAGES
                      ? vertx.timer(1).mapEmpty()
                      : Future.fromCompletionStage(last, vertx.getOrCreateContext()));
      // then
      await()
          .atMost(LONGEST)
          .until(
              () -> {
                System.gc();
                return taken.size() == PAGES && held() <= 1;
              });
      assertThat(end.isComplete()).isFalse();
    } finally {
      last.complete(null);
      vertx.close().await();
    }
  }

  @Test
  void theFirstFailureEndsIt() {
    // given
    IllegalStateException broken = new IllegalStateException("broken");
    // then
    assertThat(walk(place -> Future.failedFuture(broken), this::take).cause()).isSameAs(broken);
    assertThat(
            walk(
                    place -> {
                      throw broken;
                    },
                    this::take)
                .cause())
        .isSameAs(broken);
    assertThat(
            walk(
                    place -> Future.succeededFuture(page(place)),
                    page -> {
                      throw broken;
                    })
                .cause())
        .isSameAs(broken);
    assertThat(made).hasSize(1);
  }

  private static Future<Void> walk(PageWalk.Pages pages, PageHandler handler) {
    return PageWalk.through(pages, handler, took -> Future.succeededFuture());
  }

  private long held() {
    return made.stream().filter(object -> object.get() != null).count();
  }
}
