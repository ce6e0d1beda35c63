package dev.helium.pages.follow;

import dev.helium.pages.read.TimelineView;
import dev.helium.pages.read.TimelineView.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Stages as bars one after another. Only time within stages is drawn: what lies between the making
 * and the end of a workspace would leave nothing of them to see.
 *
 * @param took all stages together
 */
public record StageChart(List<Bar> bars, String took) {
  /** Of a hundred; less could not be seen. */
  private static final double NARROWEST = 0.8;

  private static final double WHOLE = 100;

  /**
   * One stage.
   *
   * @param name in words
   * @param state done, under-way, to-come or failed
   * @param x where it begins, of a hundred
   * @param width of a hundred; 0 when there is nothing to draw
   * @param took empty when that is not known
   */
  public record Bar(
      String name,
      String state,
      String x,
      String width,
      String took,
      Optional<Instant> from,
      Optional<Instant> until) {
    public boolean isDrawn() {
      return !width.isEmpty();
    }

    public boolean isUnderWay() {
      return state.equals("under-way");
    }

    /** The state in words. */
    public String word() {
      return switch (state) {
        case "done" -> "done";
        case "under-way" -> "under way";
        case "to-come" -> "to come";
        case "failed" -> "needs somebody";
        default -> state;
      };
    }

    /** The icon of the state. */
    public String icon() {
      return switch (state) {
        case "done" -> "ready";
        case "under-way" -> "creating";
        case "to-come" -> "pending";
        case "failed" -> "failed";
        default -> "unknown";
      };
    }
  }

  public StageChart {
    bars = List.copyOf(bars);
  }

  /** Whether any stage took a time that is worth saying. */
  public boolean isMeasured() {
    return !took.equals(ExactLength.of(Duration.ZERO));
  }

  static StageChart of(TimelineView timeline) {
    List<Stage> stages = timeline.stages();
    Duration all =
        stages.stream()
            .flatMap(stage -> stage.took().stream())
            .reduce(Duration.ZERO, Duration::plus);
    double perMilli = WHOLE / Math.max(1, all.toMillis());
    List<Bar> bars = new ArrayList<>();
    double x = 0;
    for (Stage stage : stages) {
      double width = stage.took().map(took -> took.toMillis() * perMilli).orElse(0.0);
      bars.add(bar(stage, x, width));
      x += width;
    }
    return new StageChart(bars, ExactLength.of(all));
  }

  private static Bar bar(Stage stage, double x, double width) {
    boolean drawn = stage.took().isPresent();
    double wide = Math.max(width, NARROWEST);
    return new Bar(
        name(stage.name()),
        stage.state(),
        drawn ? number(Math.min(x, WHOLE - wide)) : "",
        drawn ? number(wide) : "",
        stage.took().map(ExactLength::of).orElse(""),
        stage.from(),
        stage.until());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String name(String stage) {
    return switch (stage) {
      case "decided" -> "Accepted";
      case "applied" -> "Program run";
      case "scheduled" -> "Pods on nodes";
      case "images" -> "Images pulled";
      case "ready" -> "Pods ready";
      case "deletion" -> "Deletion accepted";
      case "destroyed" -> "Everything removed";
      case "deleted" -> "Proved gone";
      default -> stage;
    };
  }
}
