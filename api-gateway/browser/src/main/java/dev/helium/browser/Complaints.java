package dev.helium.browser;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a browser complains about where a person sees nothing of it: errors and warnings on the
 * console, where breaches of the policy of content are told too, scripts that fail, requests that
 * fail or are refused, and dialogs, which no page here has.
 */
final class Complaints {
  private static final Set<String> KINDS = Set.of("error", "warning", "assert");

  /** Whoever goes to another page gives up what was still to come for this one. */
  private static final String GIVEN_UP = "net::ERR_ABORTED";

  private static final int FIRST_REFUSAL = 400;

  private final String address;
  private final List<String> all = new ArrayList<>();
  private final Set<Integer> expected = new HashSet<>();

  private Complaints(String address) {
    this.address = address;
  }

  /**
   * Listens from now on.
   *
   * @param address of the server whose pages are held to it; others have pages of their own
   */
  static Complaints of(Page page, String address) {
    Complaints complaints = new Complaints(address);
    page.onConsoleMessage(complaints::said);
    page.onPageError(error -> complaints.all.add("script: " + error));
    page.onRequestFailed(complaints::failed);
    page.onResponse(complaints::answered);
    page.onDialog(
        dialog -> {
          complaints.all.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
    return complaints;
  }

  void expect(int status) {
    expected.add(status);
  }

  void forgive(Predicate<String> complaint) {
    all.removeIf(complaint);
  }

  List<String> all() {
    return List.copyOf(all);
  }

  private void said(ConsoleMessage message) {
    boolean isOfAnother =
        message.location().startsWith("http") && !message.location().startsWith(address);
    if (KINDS.contains(message.type()) && !isOfAnother && !isExpected(message.text())) {
      all.add("console: " + message.text() + " (" + message.location() + ")");
    }
  }

  /** Chromium says on the console, too, that an answer was a refusal. */
  private boolean isExpected(String text) {
    return expected.stream().anyMatch(status -> text.contains(" status of " + status + " "))
        || expected.stream().anyMatch(status -> text.contains("Status Error Code " + status + " "));
  }

  private void failed(Request request) {
    String why = request.failure();
    if (request.url().startsWith(address) && !GIVEN_UP.equals(why)) {
      all.add("request: " + request.method() + " " + request.url() + " " + why);
    }
  }

  private void answered(Response response) {
    if (response.url().startsWith(address)
        && response.status() >= FIRST_REFUSAL
        && !expected.contains(response.status())) {
      all.add(
          "answer: "
              + response.status()
              + " to "
              + response.request().method()
              + " "
              + response.url());
    }
  }
}
