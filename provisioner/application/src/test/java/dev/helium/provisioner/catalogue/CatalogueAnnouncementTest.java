package dev.helium.provisioner.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.BackendRegistry;
import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.domain.BackendDescription;
import dev.helium.log.BackendFollower;
import dev.helium.log.BackendLog;
import dev.helium.log.LogSettings;
import dev.helium.log.TopicAdministration;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrokerExtension.class)
final class CatalogueAnnouncementTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @Test
  void whoeverStartsSaysWhatBackendsThereAreAndWhichAreNoMore(TestBroker broker) {
    // given
    Vertx vertx = Vertx.vertx();
    LogSettings log = new LogSettings(broker.bootstrap());
    await(TopicAdministration.ensure(vertx, log));
    BackendLog earlier = new BackendLog(vertx, log, () -> NOW);
    await(earlier.put(new BackendDescription("retired", "Of old.", "{}", Map.of())));
    await(earlier.put(new BackendDescription("namespace", "Of old.", "{}", Map.of())));
    await(earlier.close());
    List<BackendDescription> backends = Catalogue.of(BackendRegistry.standard());
    CatalogueAnnouncement announcement = new CatalogueAnnouncement(vertx, log, backends, () -> NOW);
    // when
    await(announcement.announce());
    // then
    assertThat(await(BackendFollower.read(vertx, log)))
        .isEqualTo(
            backends.stream()
                .collect(Collectors.toMap(BackendDescription::name, Function.identity())));
    await(announcement.close());
    await(vertx.close());
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.await(60, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new AssertionError("no answer", late);
    }
  }
}
