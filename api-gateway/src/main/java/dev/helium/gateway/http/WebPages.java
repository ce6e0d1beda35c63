package dev.helium.gateway.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** What is served beside the contract, to people with a browser. */
public interface WebPages {
  /** Where there are none. */
  WebPages NONE =
      new WebPages() {
        @Override
        public void mount(Router router) {}

        @Override
        public boolean say(RoutingContext context, int status, String title, String detail) {
          return false;
        }
      };

  /** Adds them to the router of one event loop, behind the operations of the contract. */
  void mount(Router router);

  /**
   * Ends an answer with a page that says what went wrong.
   *
   * @param detail one sentence
   * @return false when there are no pages, and nothing was said
   */
  boolean say(RoutingContext context, int status, String title, String detail);
}
