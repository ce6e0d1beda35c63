package dev.helium.pages.operate;

import dev.helium.pages.operate.letter.LetterPages;
import dev.helium.pages.operate.webhook.WebhookPages;
import dev.helium.pages.web.Site;

/** Everything below {@code /operate}, and webhooks. */
public final class OperatePages {
  /** Adds their routes. */
  public void mount(Site site) {
    new FleetPage().mount(site);
    new ExpiriesPage().mount(site);
    new OrphansPage().mount(site);
    new QuotasPage().mount(site);
    new WebhookPages().mount(site);
    new EventsPage().mount(site);
    new AuditPage().mount(site);
    new LetterPages().mount(site);
    new PoliciesPage().mount(site);
    new TokensPage().mount(site);
  }
}
