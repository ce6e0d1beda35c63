package dev.helium.pages.operate.letter;

import dev.helium.pages.frame.Frame;
import dev.helium.pages.frame.Section;
import dev.helium.pages.operate.Gate;
import dev.helium.pages.operate.Tab;
import dev.helium.pages.operate.TerminalLine;
import dev.helium.pages.operate.read.LetterView;
import dev.helium.pages.read.Json;
import dev.helium.pages.read.NextAddress;
import dev.helium.pages.web.PageAnswer;
import dev.helium.pages.web.PageRequest;
import dev.helium.pages.web.Query;
import dev.helium.pages.web.Site;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;

/** Lists dead letters: those that wait, or all. */
public final class LettersPage {
  private static final String ALL = "all";
  private static final String AFTER = "after";
  private static final int AT_ONCE = 50;
  private static final List<TerminalLine> COMMANDS =
      List.of(
          new TerminalLine("./helium dead-letters", "The same list; --all also the others."),
          new TerminalLine(
              "./helium dead-letters redrive all --dry-run",
              "Says what would happen if every command that waits were sent again; without"
                  + " --dry-run it does it, in the order in which they stood."));

  /**
   * What its template is filled with.
   *
   * @param all whether those are shown too that were dealt with
   */
  public record Model(Frame frame, boolean all, JsonObject json) {
    public Model {
      Objects.requireNonNull(frame, "frame");
      Objects.requireNonNull(json, "json");
    }

    public List<LetterView> letters() {
      return LetterView.listOf(json);
    }

    /** How many wait in all. */
    public long waiting() {
      return Json.number(json, "Waiting");
    }

    /** Whether there are more than anybody is shown. */
    public boolean more() {
      return Json.flag(json, "More");
    }

    /** Records of the topic that are no letters. */
    public long foreign() {
      return Json.number(json, "NoLetters");
    }

    public String page(LetterView letter) {
      return Tab.DEAD_LETTERS.path() + "/" + letter.number();
    }

    /** The next page; empty on the last one. */
    public String next() {
      String after = NextAddress.parameter(Json.text(json, "Next"), AFTER);
      return after.isEmpty()
          ? ""
          : address(Tab.DEAD_LETTERS.path(), all).with(AFTER, after).toString();
    }

    /** For {@code aria-current}: null leaves the attribute out. */
    public String current(boolean whether) {
      return all == whether ? "true" : null;
    }

    public List<TerminalLine> commands() {
      return COMMANDS;
    }
  }

  void mount(Site site) {
    site.page(Tab.DEAD_LETTERS.path(), Gate.operators(LettersPage::html));
  }

  private static Future<PageAnswer> html(PageRequest request) {
    boolean all = request.query(ALL).equals("true");
    Query query =
        address(LetterPages.API, all).with(AFTER, request.query(AFTER)).with("limit", AT_ONCE);
    return request
        .read(query)
        .map(
            json ->
                PageAnswer.html(
                    "operate/letter/list.jte",
                    new Model(request.frame("Dead letters", Section.OPERATE), all, json)));
  }

  private static Query address(String path, boolean all) {
    return Query.of(path).with(ALL, all ? "true" : "");
  }
}
