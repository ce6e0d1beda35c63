package dev.helium.launcher.command;

import dev.helium.launcher.console.Printable;
import dev.helium.log.DeadLetter;
import dev.helium.log.Standing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Dead letters in words. What a record said is made fit for a terminal. */
final class LetterText {
  private static final int LONGEST_CELL = 40;
  private static final int LONGEST_REASON = 120;
  private static final String NOTHING = "-";

  private LetterText() {}

  static String[] row(DeadLetter letter) {
    return cells(letter, false).toArray(String[]::new);
  }

  static String[] rowWithState(DeadLetter letter) {
    return cells(letter, true).toArray(String[]::new);
  }

  private static List<String> cells(DeadLetter letter, boolean withState) {
    List<String> cells = new ArrayList<>();
    cells.add(Long.toString(letter.number()));
    cells.add(time(letter.at()));
    cells.add(Printable.line(letter.place().toString(), LONGEST_CELL));
    cells.add(cell(letter.key()));
    cells.add(cell(letter.type()));
    cells.add(cell(letter.service()));
    if (withState) {
      cells.add(state(letter.standing()));
    }
    cells.add(Printable.line(letter.reason(), LONGEST_REASON));
    return cells;
  }

  static String cell(String text) {
    return text.isEmpty() ? NOTHING : Printable.line(text, LONGEST_CELL);
  }

  static String state(Standing standing) {
    return switch (standing) {
      case Standing.Waiting ignored -> "waiting";
      case Standing.Redriven ignored -> "re-driven";
      case Standing.Dropped ignored -> "dropped";
    };
  }

  /** What became of a letter, in a sentence without an end. */
  static String story(Standing standing) {
    return switch (standing) {
      case Standing.Waiting ignored -> "waiting";
      case Standing.Redriven(Instant at, String by, var to) ->
          "re-driven by %s at %s to %s".formatted(by(by), time(at), to);
      case Standing.Dropped(Instant at, String by, String why) ->
          "dropped by %s at %s: %s"
              .formatted(by(by), time(at), Printable.line(why, LONGEST_REASON));
    };
  }

  static String waiting(int count) {
    return count == 1 ? "1 dead letter waits" : count + " dead letters wait";
  }

  static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String by(String name) {
    return Printable.line(name, LONGEST_CELL);
  }
}
