package dev.helium.launcher.command;

import dev.helium.launcher.client.TimelineStage;
import dev.helium.launcher.console.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Stages as bars, each where it lies in time. Making and deletion have a scale of their own: months
 * may lie between them.
 */
final class TimelineChart {
  private static final int NAME = 11;
  private static final int TIME = 14;
  private static final int NARROWEST = 10;
  private static final int WIDEST = 60;
  private static final int LONGEST_WORD = 20;
  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;

  private final int width;

  /**
   * @param columns of the terminal
   */
  TimelineChart(int columns) {
    this.width = Math.clamp(columns - NAME - TIME, NARROWEST, WIDEST);
  }

  List<String> lines(List<TimelineStage> stages) {
    List<String> lines = new ArrayList<>();
    add(lines, stages.stream().filter(stage -> !stage.isOfItsEnd()).toList());
    add(lines, stages.stream().filter(TimelineStage::isOfItsEnd).toList());
    return lines;
  }

  private void add(List<String> lines, List<TimelineStage> stages) {
    List<TimelineStage> timed = stages.stream().filter(TimelineStage::isTimed).toList();
    long begin = timed.stream().mapToLong(TimelineStage::begin).min().orElse(0);
    long end = timed.stream().mapToLong(TimelineChart::end).max().orElse(0);
    stages.forEach(stage -> lines.add(line(stage, begin, Math.max(1, end - begin))));
  }

  private String line(TimelineStage stage, long begin, long whole) {
    String name = padded(Printable.line(stage.name(), LONGEST_WORD), NAME);
    if (!stage.isTimed()) {
      return name + padded("", width) + " " + without(stage);
    }
    int from = place(stage.begin() - begin, whole);
    int to = place(end(stage) - begin, whole);
    String bar =
        stage.took() == 0 ? "│" : (isOver(stage) ? "█" : "▒").repeat(Math.max(1, to - from));
    String placed = " ".repeat(Math.min(from, width - bar.length())) + bar;
    return name
        + padded(placed, width)
        + " "
        + duration(stage.took())
        + (isOver(stage) ? "" : " …");
  }

  private int place(long offset, long whole) {
    return Math.clamp(Math.round((double) offset * width / whole), 0, width);
  }

  private static boolean isOver(TimelineStage stage) {
    return stage.state().equals("done");
  }

  private static String without(TimelineStage stage) {
    return isOver(stage)
        ? "not noted"
        : Printable.line(stage.state().replace('-', ' '), LONGEST_WORD);
  }

  private static long end(TimelineStage stage) {
    return stage.begin() + stage.took();
  }

  static String duration(long milliseconds) {
    if (milliseconds < SECOND) {
      return milliseconds + " ms";
    }
    if (milliseconds < MINUTE) {
      return String.format(Locale.ROOT, "%.1f s", milliseconds / 1000.0);
    }
    long minutes = milliseconds / MINUTE;
    return minutes < 60
        ? minutes + " min " + milliseconds % MINUTE / SECOND + " s"
        : minutes / 60 + " h " + minutes % 60 + " min";
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
