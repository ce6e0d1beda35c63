package dev.helium.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/**
 * How much a page takes on the wire until it is loaded, as the browser counts it. Nothing is taken
 * from the browser's cache, so that every page is weighed as if it were the first.
 */
final class Weight {
  private long bytes;
  private boolean loading;

  private Weight() {}

  static Weight of(BrowserContext context, Page page) {
    Weight weight = new Weight();
    CDPSession session = context.newCDPSession(page);
    session.on("Network.requestWillBeSent", weight::begin);
    session.on("Network.loadingFinished", weight::add);
    session.on("Page.loadEventFired", ignored -> weight.loading = false);
    session.send("Network.enable");
    session.send("Page.enable");
    JsonObject off = new JsonObject();
    off.addProperty("cacheDisabled", true);
    session.send("Network.setCacheDisabled", off);
    return weight;
  }

  long bytes() {
    return bytes;
  }

  private void begin(JsonObject request) {
    boolean isPage =
        request.has("type")
            && request.get("type").getAsString().equals("Document")
            && !request.has("redirectResponse");
    if (isPage) {
      bytes = 0;
      loading = true;
    }
  }

  private void add(JsonObject finished) {
    if (loading) {
      bytes += finished.get("encodedDataLength").getAsLong();
    }
  }
}
