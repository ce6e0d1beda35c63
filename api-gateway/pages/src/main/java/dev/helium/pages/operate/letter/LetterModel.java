package dev.helium.pages.operate.letter;

import dev.helium.pages.frame.Frame;
import dev.helium.pages.operate.Tab;
import dev.helium.pages.operate.TerminalLine;
import dev.helium.pages.operate.read.LetterContentView;
import dev.helium.pages.operate.read.LetterView;
import dev.helium.pages.read.ApiProblem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One dead letter.
 *
 * @param content empty when it is gone from the log
 * @param why that was typed, and refused
 * @param trouble what was refused, if something was
 */
public record LetterModel(
    Frame frame,
    LetterView letter,
    Optional<LetterContentView> content,
    String why,
    Optional<Trouble> trouble) {
  /** The part of the page that a refusal is about. */
  public enum Part {
    REDRIVE,
    DROP
  }

  /** What was refused and why. */
  public record Trouble(Part part, ApiProblem problem) {
    public Trouble {
      Objects.requireNonNull(part, "part");
      Objects.requireNonNull(problem, "problem");
    }
  }

  public LetterModel {
    Objects.requireNonNull(frame, "frame");
    Objects.requireNonNull(letter, "letter");
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(why, "why");
    Objects.requireNonNull(trouble, "trouble");
  }

  LetterModel with(Trouble refused, String typed) {
    return new LetterModel(frame, letter, content, typed, Optional.of(refused));
  }

  /** Whether whoever looks may deal with it, and it waits for that. */
  public boolean isOffered() {
    return frame.viewer().administers() && letter.isWaiting();
  }

  public String path() {
    return Tab.DEAD_LETTERS.path() + "/" + letter.number();
  }

  /** What was refused about a part; empty when nothing was. */
  public List<String> wrong(String part) {
    return trouble
        .filter(each -> each.part() == Part.valueOf(part))
        .map(each -> each.problem().sentences())
        .orElse(List.of());
  }

  /** What the API does not tell, as anybody may have written it. */
  public List<TerminalLine> commands() {
    return List.of(
        new TerminalLine(
            "./helium dead-letters show " + letter.number() + " --body",
            "Shows the body too. Nobody knows who wrote what cannot be read, so look before you"
                + " pass it on."));
  }
}
