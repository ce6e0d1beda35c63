package dev.helium.pages.follow;

import dev.helium.pages.web.Site;

/** Everything below {@code /get}. */
public final class FollowPages {
  /** Adds their routes. */
  public void mount(Site site) {
    new FollowPage().mount(site);
    new EventsPage().mount(site);
    new WhyPage().mount(site);
    new ReceiptPage().mount(site);
    new ActionPages().mount(site);
  }
}
