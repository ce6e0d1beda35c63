package dev.helium.pages.operate;

import dev.helium.pages.frame.Frame;
import dev.helium.pages.frame.Section;
import dev.helium.pages.operate.read.TokenView;
import dev.helium.pages.read.Json;
import dev.helium.pages.web.PageAnswer;
import dev.helium.pages.web.PageRequest;
import dev.helium.pages.web.Query;
import dev.helium.pages.web.Site;
import io.vertx.core.Future;
import java.util.List;
import java.util.Objects;

/** Who has which token and what it is good for; for admins. Making one takes a terminal. */
public final class TokensPage {
  private static final List<TerminalLine> COMMANDS =
      List.of(
          new TerminalLine(
              "./helium token NAME --role user",
              "Makes one that is good for 90 days, and shows it once."),
          new TerminalLine(
              "./helium token NAME --role user --scopes read,create --expiry 2027-01-01",
              "One that may less than its role, until that day."),
          new TerminalLine(
              "./helium token NAME --role operator --id ci --note \"nightly checks\"",
              "One that the audit calls by that id."));

  /**
   * What its template is filled with.
   *
   * @param development whether there is one beside them that may do everything
   */
  public record Model(Frame frame, List<TokenView> tokens, boolean development) {
    public Model {
      Objects.requireNonNull(frame, "frame");
      tokens = List.copyOf(tokens);
    }

    /** What its owner asked for, by any means. */
    public String audit(TokenView token) {
      return Query.of(Tab.AUDIT.path()).with("who", token.name()).toString();
    }

    public List<TerminalLine> commands() {
      return COMMANDS;
    }
  }

  void mount(Site site) {
    site.page(Tab.TOKENS.path(), Gate.admins(TokensPage::html));
  }

  private static Future<PageAnswer> html(PageRequest request) {
    return request
        .read(Query.of("/v1/api/tokens"))
        .map(
            json ->
                PageAnswer.html(
                    "operate/tokens.jte",
                    new Model(
                        request.frame("Tokens", Section.OPERATE),
                        TokenView.listOf(json),
                        Json.flag(json, "DevelopmentToken"))));
  }
}
