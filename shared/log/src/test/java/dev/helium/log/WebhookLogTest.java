package dev.helium.log;

import static dev.helium.log.LogFixture.NOW;
import static dev.helium.log.LogFixture.bytes;
import static dev.helium.log.LogFixture.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.domain.Digest;
import dev.helium.domain.SealedContent;
import dev.helium.domain.webhook.DeliveryProgress;
import dev.helium.domain.webhook.EventFilter;
import dev.helium.domain.webhook.Webhook;
import dev.helium.domain.webhook.WebhookId;
import dev.helium.domain.webhook.WebhookTerms;
import dev.helium.wire.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrokerExtension.class)
final class WebhookLogTest {
  private static final Webhook WEBHOOK =
      Webhook.made(
          WebhookId.next(new Random(1)),
          "ada",
          new WebhookTerms("https://hooks.example.com/", "", EventFilter.ALL, false),
          new SealedContent(new Digest("ab".repeat(32)), "AAAA"),
          List.of(0L),
          NOW);

  private final AtomicInteger changes = new AtomicInteger();

  private LogFixture log;
  private WebhookLog webhooks;
  private KeyedFollower<Webhook> follower;

  @BeforeEach
  void start(TestBroker broker) {
    log = new LogFixture(broker);
    webhooks = new WebhookLog(log.vertx, log.settings);
    follower =
        new KeyedFollower<>(log.vertx, log.settings, WebhookLog.WEBHOOKS, changes::incrementAndGet);
  }

  @AfterEach
  void stop() {
    done(follower.close());
    done(webhooks.close());
    log.close();
  }

  @Test
  void whatWasWrittenCountsWhenItsPlaceIsReached() {
    // given
    follower.start();
    String key = WEBHOOK.id().value();
    // when
    done(webhooks.put(WEBHOOK).compose(follower::reached));
    // then
    assertThat(follower.find(key)).contains(WEBHOOK);
    assertThat(changes).hasPositiveValue();
    // when
    done(webhooks.remove(WEBHOOK.id()).compose(follower::reached));
    // then
    assertThat(follower.find(key)).isEmpty();
  }

  @Test
  void whoeverTakesOverReadsAllThatIsThere() {
    // given
    KeyedFollower<DeliveryProgress> progress =
        new KeyedFollower<>(log.vertx, log.settings, WebhookLog.PROGRESS, () -> {});
    progress.start();
    DeliveryProgress newest = DeliveryProgress.none(WEBHOOK);
    done(webhooks.put(newest));
    // when
    done(progress.upToNow());
    // then
    assertThat(progress.find(WEBHOOK.id().value())).contains(newest);
    done(progress.close());
  }

  @Test
  void aRecordOfTheOtherKindIsLeftOut() throws LogUnavailableException {
    // given
    done(webhooks.put(WEBHOOK));
    follower.start();
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> follower.find(WEBHOOK.id().value()).isPresent());
    // when
    log.append(Topics.WEBHOOKS, bytes(WEBHOOK.id().value()), bytes("{}"), List.of());
    // then
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> follower.find(WEBHOOK.id().value()).isEmpty());
  }
}
