package dev.helium.pages.operate;

import dev.helium.pages.frame.Frame;
import dev.helium.pages.frame.Section;
import dev.helium.pages.web.PageAnswer;
import dev.helium.pages.web.Site;
import io.vertx.core.Future;
import java.util.List;

/** What is done by commands where Helium runs, because the API does not offer it. */
public final class CommandsPage {
  /** A command to copy, and what it does. */
  public record Line(String command, String what) {}

  /**
   * What one page says.
   *
   * @param lead what it is about
   * @param why it is not done here
   */
  public record Told(Tab tab, String lead, String why, List<Line> commands, List<String> good) {
    public Told {
      commands = List.copyOf(commands);
      good = List.copyOf(good);
    }
  }

  /** What its template is filled with. */
  public record Model(Frame frame, Told told) {}

  private static final Told DEAD_LETTERS =
      new Told(
          Tab.DEAD_LETTERS,
          "Commands and events that no service here could read: written by a newer version, or"
              + " damaged. They were put aside, and nothing waits for them.",
          "Letters may hold anything, and sending one again writes to the log past the API. So it"
              + " takes somebody who reaches the brokers, on the machine where Helium runs.",
          List.of(
              new Line("./helium dead-letters", "Lists those that wait; --all also the others."),
              new Line(
                  "./helium dead-letters show NUMBER",
                  "Why it was put aside, its headers, and the size and digest of its body."),
              new Line(
                  "./helium dead-letters redrive NUMBER --dry-run",
                  "Says what would happen if its command went to its topic again."),
              new Line(
                  "./helium dead-letters redrive NUMBER",
                  "Sends it again. A command that was decided before decides nothing."),
              new Line(
                  "./helium dead-letters drop NUMBER --why TEXT",
                  "Notes that nothing is to be done about it any more.")),
          List.of(
              "Repair what wrote it, or start a version that can read it, before you send it again.",
              "Events are put aside too, but are never sent again: they keep their place in the"
                  + " log.",
              "Monitoring counts them: helium_dead_letters_total rises with each one."));

  private static final Told POLICIES =
      new Told(
          Tab.POLICIES,
          "How long workspaces live: the time zone of midnights, the usual and the longest expiry,"
              + " days of grace, warnings; for all, for a backend, for an owner.",
          "A policy is a file that services read as they start (HELIUM_POLICY), so it is changed"
              + " where they are started. Its test reads the whole log, which takes minutes of a"
              + " machine.",
          List.of(
              new Line(
                  "./helium policy-test FILE",
                  "Who would have been reaped or refused when, had this policy held all along. It"
                      + " changes nothing."),
              new Line(
                  "./helium policy-test FILE --most 1000",
                  "The same, with more of the lives that would have been different."),
              new Line("./helium expiries", "What is to go when, as the expiries here show it.")),
          List.of(
              "Test a file against the past before services start with it: a shorter maximum"
                  + " refuses extensions that people count on.",
              "A file with errors keeps a service from starting, and all of them are said at once.",
              "Give the same file to provisioner, deletion controller and gateway."));

  private static final Told TOKENS =
      new Told(
          Tab.TOKENS,
          "What programs and people without single sign-on prove with who they are. Each has an"
              + " owner, a role, and if wanted scopes and an end.",
          "Only digests of tokens are kept, in a file beside the gateway (HELIUM_TOKENS_FILE)."
              + " Nobody can hand out or take back tokens over the network, whatever their role.",
          List.of(
              new Line(
                  "./helium token NAME --role user",
                  "Makes one that is good for 90 days, and shows it once."),
              new Line(
                  "./helium token NAME --role user --scopes read,create --expiry 2027-01-01",
                  "One that may less than its role, until that day."),
              new Line(
                  "./helium token NAME --role operator --id ci --note \"nightly checks\"",
                  "One that the audit calls by that id.")),
          List.of(
              "To take one back, remove its entry from the file. The gateway sees that within"
                  + " seconds, and ends streams that it opened.",
              "A role is viewer, user, operator or admin. Scopes are read, create, change, inspect,"
                  + " subscribe and administer.",
              "The audit tells who used which token, by its id."));

  void mount(Site site) {
    for (Told told : List.of(DEAD_LETTERS, POLICIES, TOKENS)) {
      site.page(
          told.tab().path(),
          Gate.operators(
              request ->
                  Future.succeededFuture(
                      PageAnswer.html(
                          "operate/commands.jte",
                          new Model(request.frame(told.tab().word(), Section.OPERATE), told)))));
    }
  }
}
