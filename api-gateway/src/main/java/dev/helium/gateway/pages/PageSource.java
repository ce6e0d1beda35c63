package dev.helium.gateway.pages;

import dev.helium.pages.Api;
import dev.helium.pages.Visitors;
import io.vertx.ext.web.Router;
import java.util.function.Consumer;

/** Makes pages out of what the API answers. */
@FunctionalInterface
public interface PageSource {
  /**
   * Reads files, and so may block.
   *
   * @return adds them to the router of one event loop
   */
  Consumer<Router> of(Api api, Visitors visitors);
}
