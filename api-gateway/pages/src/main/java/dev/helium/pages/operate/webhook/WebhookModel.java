package dev.helium.pages.operate.webhook;

import dev.helium.pages.frame.Frame;
import dev.helium.pages.operate.read.DeliveriesView;
import dev.helium.pages.operate.read.WebhookView;
import dev.helium.pages.read.ApiProblem;
import dev.helium.pages.web.LiveStream;
import dev.helium.pages.web.Query;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One webhook.
 *
 * @param form its terms, or what was typed and refused
 * @param trouble what was refused, if something was
 * @param tried what came of a test just now
 */
public record WebhookModel(
    Frame frame,
    WebhookView webhook,
    DeliveriesView deliveries,
    WebhookForm form,
    RedeliverForm redeliver,
    Optional<Trouble> trouble,
    Optional<Tried> tried) {
  /** The part of the page that a refusal is about. */
  public enum Part {
    STATE,
    TERMS,
    REDELIVER,
    SECRET,
    DELETE
  }

  /** What was refused and why. */
  public record Trouble(Part part, ApiProblem problem) {}

  /** What came of an event that says nothing. */
  public record Tried(boolean delivered, long status, long milliseconds, String detail) {
    static Tried of(JsonObject json) {
      return new Tried(
          Boolean.TRUE.equals(json.getValue("Delivered")),
          json.getValue("Status") instanceof Number status ? status.longValue() : 0,
          json.getValue("Milliseconds") instanceof Number took ? took.longValue() : 0,
          json.getValue("Detail") instanceof String detail ? detail : "");
    }
  }

  public WebhookModel {
    Objects.requireNonNull(frame, "frame");
    Objects.requireNonNull(webhook, "webhook");
    Objects.requireNonNull(deliveries, "deliveries");
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(redeliver, "redeliver");
    Objects.requireNonNull(trouble, "trouble");
    Objects.requireNonNull(tried, "tried");
  }

  WebhookModel with(Trouble refused, WebhookForm typed, RedeliverForm again) {
    return new WebhookModel(frame, webhook, deliveries, typed, again, Optional.of(refused), tried);
  }

  WebhookModel with(Tried result) {
    return new WebhookModel(
        frame, webhook, deliveries, form, redeliver, trouble, Optional.of(result));
  }

  /** Whether whoever looks may change it: its owner, and admins. */
  public boolean manages() {
    return frame.viewer().administers() || frame.viewer().name().equals(webhook.owner());
  }

  public String path() {
    return Query.of(WebhookPages.PATH + "/" + Query.encoded(webhook.id())).toString();
  }

  public String stream() {
    return LiveStream.all().toString();
  }

  /** What was refused about a part; empty when nothing was. */
  public List<String> wrong(String part) {
    return trouble
        .filter(each -> each.part() == Part.valueOf(part))
        .map(each -> each.problem().sentences())
        .orElse(List.of());
  }

  /** What is wrong with one field of the terms; empty when nothing is. */
  public String wrongField(String field) {
    return trouble
        .filter(each -> each.part() == Part.TERMS)
        .map(each -> each.problem().of(field))
        .orElse("");
  }
}
