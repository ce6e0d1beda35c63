package dev.helium.pages.operate.webhook;

import dev.helium.pages.frame.Section;
import dev.helium.pages.operate.read.DeliveriesView;
import dev.helium.pages.operate.read.WebhookView;
import dev.helium.pages.read.Json;
import dev.helium.pages.web.PageAnswer;
import dev.helium.pages.web.PageRequest;
import dev.helium.pages.web.Query;
import dev.helium.pages.web.Site;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** Everything below {@code /webhooks}, and the list of everybody's. */
public final class WebhookPages {
  static final String PATH = "/webhooks";
  static final String API = "/v1/api/webhooks";
  static final String TEMPLATE = "operate/webhook/page.jte";

  /** Adds their routes. */
  public void mount(Site site) {
    new WebhooksPage().mount(site);
    new NewWebhookPage().mount(site);
    site.page(
        PATH + "/:id", request -> model(request).map(model -> PageAnswer.html(TEMPLATE, model)));
    site.part(
        PATH + "/:id/deliveries",
        request ->
            model(request).map(model -> PageAnswer.html("operate/webhook/state.jte", model)));
    new WebhookActions().mount(site);
  }

  /** What the API is asked about the webhook that the path names. */
  static Query api(PageRequest request, String more) {
    return Query.of(API + "/" + Query.encoded(request.path("id")) + more);
  }

  static Future<WebhookModel> model(PageRequest request) {
    Future<JsonObject> webhook = request.read(api(request, ""));
    Future<JsonObject> deliveries = request.read(api(request, "/deliveries"));
    return Future.all(webhook, deliveries)
        .map(
            ignored -> {
              WebhookView view =
                  new WebhookView(
                      Json.object(webhook.result(), "Webhook").orElseGet(JsonObject::new));
              return new WebhookModel(
                  request.frame(
                      "Webhook", request.viewer().operates() ? Section.OPERATE : Section.NONE),
                  view,
                  new DeliveriesView(deliveries.result()),
                  WebhookForm.of(view),
                  RedeliverForm.EMPTY,
                  Optional.empty(),
                  Optional.empty());
            });
  }
}
