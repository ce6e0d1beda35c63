package dev.helium.pages.follow;

import dev.helium.pages.frame.Frame;
import dev.helium.pages.frame.Section;
import dev.helium.pages.read.ReceiptView;
import dev.helium.pages.web.PageAnswer;
import dev.helium.pages.web.PageRequest;
import dev.helium.pages.web.Site;
import io.vertx.core.Future;

/** The proof that a workspace is gone, alone, to print or to keep. */
public final class ReceiptPage {
  /** What its template is filled with. */
  public record Model(Frame frame, FollowAddress address, ReceiptView receipt) {}

  void mount(Site site) {
    site.page(
        "/get/:id/receipt",
        request -> {
          FollowAddress address = FollowAddress.of(request);
          return read(request, address)
              .map(
                  receipt ->
                      PageAnswer.html(
                          "follow/receiptpage.jte",
                          new Model(
                              request.frame("Receipt of " + address.id(), Section.WORKSPACES),
                              address,
                              receipt)));
        });
  }

  /** Fails when there is none; the refusal says why. */
  static Future<ReceiptView> read(PageRequest request, FollowAddress address) {
    return request
        .read(address.api("receipt"))
        .map(json -> new ReceiptView(Reading.object(json, "Receipt")));
  }
}
