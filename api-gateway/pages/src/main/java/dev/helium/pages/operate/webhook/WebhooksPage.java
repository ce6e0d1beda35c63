package dev.helium.pages.operate.webhook;

import dev.helium.pages.frame.Frame;
import dev.helium.pages.frame.Section;
import dev.helium.pages.operate.Gate;
import dev.helium.pages.operate.read.WebhookView;
import dev.helium.pages.web.PageAnswer;
import dev.helium.pages.web.PageRequest;
import dev.helium.pages.web.Query;
import dev.helium.pages.web.Site;
import io.vertx.core.Future;
import java.util.List;
import java.util.Objects;

/** Lists of webhooks: one's own, and everybody's for operators. */
public final class WebhooksPage {
  /** Where operators find everybody's. */
  static final String EVERYBODYS = "/operate/webhooks";

  /**
   * What its template is filled with.
   *
   * @param everybodys whether it lists those of others too
   */
  public record Model(Frame frame, List<WebhookView> webhooks, boolean everybodys) {
    public Model {
      Objects.requireNonNull(frame, "frame");
      webhooks = List.copyOf(webhooks);
    }

    public String page(WebhookView webhook) {
      return WebhookPages.PATH + "/" + Query.encoded(webhook.id());
    }
  }

  void mount(Site site) {
    site.page(
        WebhookPages.PATH,
        request ->
            webhooks(request)
                .map(
                    all ->
                        all.stream()
                            .filter(each -> each.owner().equals(request.viewer().name()))
                            .toList())
                .map(own -> html(request.frame("Your webhooks", Section.NONE), own, false)));
    site.page(
        EVERYBODYS,
        Gate.operators(
            request ->
                webhooks(request)
                    .map(all -> html(request.frame("Webhooks", Section.OPERATE), all, true))));
  }

  private static PageAnswer html(Frame frame, List<WebhookView> webhooks, boolean everybodys) {
    return PageAnswer.html("operate/webhook/list.jte", new Model(frame, webhooks, everybodys));
  }

  private static Future<List<WebhookView>> webhooks(PageRequest request) {
    return request.read(Query.of(WebhookPages.API)).map(WebhookView::listOf);
  }
}
