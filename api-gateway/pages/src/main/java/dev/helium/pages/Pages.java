package dev.helium.pages;

import dev.helium.pages.asset.Assets;
import dev.helium.pages.create.CreatePages;
import dev.helium.pages.follow.FollowPages;
import dev.helium.pages.list.ListPages;
import dev.helium.pages.operate.OperatePages;
import dev.helium.pages.start.StartPage;
import dev.helium.pages.web.Site;
import io.vertx.ext.web.Router;
import java.time.InstantSource;
import java.util.Objects;

/** All pages. */
public final class Pages {
  private final Api api;
  private final Visitors visitors;
  private final InstantSource clock;
  private final Assets assets;

  /** Reads the files that pages need from the class path, which blocks. */
  public Pages(Api api, Visitors visitors, InstantSource clock) {
    this.api = Objects.requireNonNull(api, "api");
    this.visitors = Objects.requireNonNull(visitors, "visitors");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.assets = Assets.all();
  }

  /** Adds their routes; addresses that are none of theirs are left to others. */
  public void mount(Router router) {
    Site site = new Site(router, api, visitors, clock);
    new StartPage().mount(site);
    new ListPages().mount(site);
    new CreatePages().mount(site);
    new FollowPages().mount(site);
    new OperatePages().mount(site);
    router.get(Assets.PATH + ":file").handler(assets::send);
  }
}
