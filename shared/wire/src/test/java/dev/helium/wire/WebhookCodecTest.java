package dev.helium.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.domain.SealedContent;
import dev.helium.domain.webhook.Attempt;
import dev.helium.domain.webhook.AttemptOutcome;
import dev.helium.domain.webhook.DeliveryProgress;
import dev.helium.domain.webhook.DeliveryState;
import dev.helium.domain.webhook.EventFilter;
import dev.helium.domain.webhook.EventPlaces;
import dev.helium.domain.webhook.HeldEvents;
import dev.helium.domain.webhook.ParkingReason;
import dev.helium.domain.webhook.Redelivery;
import dev.helium.domain.webhook.RetiringSecret;
import dev.helium.domain.webhook.Round;
import dev.helium.domain.webhook.Webhook;
import dev.helium.domain.webhook.WebhookId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WebhookCodecTest {
  private static final WebhookId WEBHOOK = WebhookId.next(new Random(1));
  private static final SealedContent SECRET = new SealedContent(Samples.DIGEST, "AAAA");

  private final WebhookCodec codec = new WebhookCodec();

  @TempDir private Path directory;

  @Test
  void aWebhookIsReadAsItWasWritten() {
    // given
    Webhook webhook = webhook();
    // then
    assertThat(codec.webhook(codec.encode(webhook))).isEqualTo(webhook);
  }

  @Test
  void theProgressOfOneIsReadAsItWasWritten() {
    // given
    DeliveryProgress parked =
        progress(new DeliveryState.Parked(Samples.NOW, ParkingReason.GONE, "410"));
    DeliveryProgress delivering = progress(new DeliveryState.Delivering());
    // then
    assertThat(codec.progress(codec.encode(parked))).isEqualTo(parked);
    assertThat(codec.progress(codec.encode(delivering))).isEqualTo(delivering);
  }

  @Test
  void oneIsNotTakenForTheOtherNorForThatOfAnotherWebhook() {
    // given
    Encoded encoded = codec.encode(webhook());
    Map<String, String> headers = new HashMap<>(encoded.headers());
    headers.put(Attributes.SUBJECT, WebhookId.next(new Random(2)).value());
    // then
    assertThatThrownBy(() -> codec.progress(encoded)).isInstanceOf(UnreadableException.class);
    assertThatThrownBy(() -> codec.webhook(new Encoded(headers, encoded.body())))
        .isInstanceOf(UnreadableException.class);
  }

  @Test
  void oneFromBeforeThereWereLabelsAsksForNone() {
    // given
    Encoded encoded = codec.encode(webhook());
    String before =
        new String(encoded.body(), StandardCharsets.UTF_8)
            .replace(",\"labels\":[\"team=blue\",\"tier\"]", "");
    // when
    Webhook read =
        codec.webhook(new Encoded(encoded.headers(), before.getBytes(StandardCharsets.UTF_8)));
    // then
    assertThat(before).doesNotContain("labels");
    assertThat(read.filter().labels()).isEmpty();
    assertThat(read.filter().types()).containsExactly("dev.helium.workspace.*");
  }

  @Test
  void aSecretOpensForItsWebhookOnly() throws Exception {
    // given
    Sealing sealing = Sealing.open(directory.resolve("keys.json"));
    byte[] secret = "a secret of 24 characters".getBytes(StandardCharsets.UTF_8);
    // when
    SealedContent sealed = sealing.seal(WEBHOOK, secret);
    // then
    assertThat(sealing.unseal(WEBHOOK, sealed)).isEqualTo(secret);
    assertThatThrownBy(() -> sealing.unseal(WebhookId.next(new Random(2)), sealed))
        .isInstanceOf(UnreadableException.class);
  }

  private static Webhook webhook() {
    return new Webhook(
        WEBHOOK,
        "ada",
        "https://hooks.example.com/helium",
        "for the wall",
        new EventFilter(
            List.of(Samples.ID),
            "ada",
            "namespace",
            List.of("dev.helium.workspace.*"),
            List.of("team=blue", "tier")),
        true,
        new Round(2, true),
        SECRET,
        List.of(new RetiringSecret(SECRET, Samples.NOW)),
        List.of(0L, 12L),
        new Redelivery(
            3, Samples.NOW, "ada", List.of(new EventPlaces(Samples.ID, List.of(4L, 7L)))),
        Samples.NOW,
        Samples.NOW.plusSeconds(1),
        "bob");
  }

  private static DeliveryProgress progress(DeliveryState state) {
    return new DeliveryProgress(
        WEBHOOK,
        2,
        state,
        List.of(7L, 5_000_000_000L),
        List.of(
            new HeldEvents(
                new EventPlaces(Samples.ID, List.of(4L, 7L)), 3, Samples.NOW, Samples.NOW)),
        3,
        List.of(
            new Attempt(
                Samples.NOW,
                "example/provisioner/7",
                "dev.helium.workspace.created.v1",
                3,
                AttemptOutcome.FAILED,
                500,
                12,
                "It answered 500.",
                Samples.NOW.plusSeconds(5))),
        Samples.NOW);
  }
}
