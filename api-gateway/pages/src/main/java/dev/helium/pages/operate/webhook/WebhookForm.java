package dev.helium.pages.operate.webhook;

import dev.helium.pages.operate.read.WebhookView;
import dev.helium.pages.web.FormFields;
import io.vertx.core.json.JsonObject;
import java.util.Objects;

/** What a form says about a webhook, as it was typed; the API looks at it. */
public record WebhookForm(
    String url,
    String description,
    String workspaces,
    String owner,
    String backend,
    String types,
    String labels) {
  static final WebhookForm EMPTY = new WebhookForm("", "", "", "", "", "", "");

  private static final String AND = ", ";

  public WebhookForm {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(workspaces, "workspaces");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(backend, "backend");
    Objects.requireNonNull(types, "types");
    Objects.requireNonNull(labels, "labels");
  }

  static WebhookForm of(FormFields fields) {
    return new WebhookForm(
        fields.value("url"),
        fields.value("description"),
        fields.value("workspaces"),
        fields.value("owner"),
        fields.value("backend"),
        fields.value("types"),
        fields.value("labels"));
  }

  static WebhookForm of(WebhookView webhook) {
    return new WebhookForm(
        webhook.url(),
        webhook.description(),
        String.join(AND, webhook.filters("Workspaces")),
        webhook.filter("Owner"),
        webhook.filter("Backend"),
        String.join(AND, webhook.filters("Types")),
        String.join(AND, webhook.filters("Labels")));
  }

  /** All of it: an empty text takes a part of the filter away. */
  JsonObject json() {
    return new JsonObject()
        .put("url", url)
        .put("description", description)
        .put("workspaces", workspaces)
        .put("owner", owner)
        .put("backend", backend)
        .put("types", types)
        .put("labels", labels);
  }
}
