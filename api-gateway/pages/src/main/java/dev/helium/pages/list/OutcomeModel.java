package dev.helium.pages.list;

import dev.helium.pages.frame.Frame;
import java.util.List;
import java.util.Objects;

/**
 * What came of changing several workspaces.
 *
 * @param done what was done, as the end of "3 of 4 workspaces"
 */
public record OutcomeModel(Frame frame, String done, List<Outcome> outcomes, Selection selection) {
  /** What came of one of them, in a sentence. */
  public record Outcome(String id, boolean isGood, String sentence) {
    public Outcome {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(sentence, "sentence");
    }
  }

  public OutcomeModel {
    Objects.requireNonNull(frame, "frame");
    Objects.requireNonNull(done, "done");
    outcomes = List.copyOf(outcomes);
    Objects.requireNonNull(selection, "selection");
  }

  public long good() {
    return outcomes.stream().filter(Outcome::isGood).count();
  }

  /** Such as {@code 3 of 4 workspaces are on their way out}. */
  public String title() {
    return good() + " of " + outcomes.size() + " workspaces " + done;
  }
}
