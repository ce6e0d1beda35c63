package dev.helium.wire;

import dev.helium.domain.webhook.DeliveryProgress;
import dev.helium.domain.webhook.Webhook;
import dev.helium.domain.webhook.WebhookId;
import dev.helium.domain.webhook.WebhookRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is kept of webhooks, as CloudEvents of type {@code dev.helium.webhook.<record>.v1}. Helium's
 * own: nobody else reads them, and their secrets are sealed.
 */
public final class WebhookCodec {
  private static final String SOURCE = "api-gateway";
  private static final TypeNames<WebhookRecord> NAMES =
      new TypeNames<>(
          "dev.helium.webhook.",
          Map.of("webhook", Webhook.class, "progress", DeliveryProgress.class),
          Map.of("webhook", List.of(List.of(Upcast.addingList("filter", "labels")))));

  private final Json json = new Json();

  public Encoded encode(WebhookRecord record) {
    WebhookId id = record.id();
    Map<String, String> headers =
        new HashMap<>(
            Attributes.of(NAMES.of(record), id + "@" + record.changedAt(), SOURCE, id.value()));
    headers.put(Attributes.TIME, record.changedAt().toString());
    return new Encoded(headers, json.write(record));
  }

  /** What people want, or an {@link UnreadableException} that says what is wrong. */
  public Webhook webhook(Encoded encoded) {
    return read(encoded, Webhook.class);
  }

  /** How far it has come, or an {@link UnreadableException} that says what is wrong. */
  public DeliveryProgress progress(Encoded encoded) {
    return read(encoded, DeliveryProgress.class);
  }

  private <T extends WebhookRecord> T read(Encoded encoded, Class<T> kind) {
    WebhookRecord record = NAMES.read(json, encoded.header(Attributes.TYPE), encoded.body());
    if (!record.id().value().equals(encoded.header(Attributes.SUBJECT))) {
      throw new UnreadableException(
          UnreadableKind.HEADER, "the subject is not the webhook that the record is about");
    }
    if (!kind.isInstance(record)) {
      throw new UnreadableException(
          UnreadableKind.TYPE, "the record is of the other kind that is kept of webhooks");
    }
    return kind.cast(record);
  }
}
