package dev.helium.pages.list;

import dev.helium.pages.web.Site;

/** Everything below {@code /list}. */
public final class ListPages {
  /** Adds their routes. */
  public void mount(Site site) {
    new ListPage().mount(site);
    new CalendarPage().mount(site);
    new SelectedPage().mount(site);
    new BulkPages().mount(site);
  }
}
