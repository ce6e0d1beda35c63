package dev.helium.pages.follow;

import dev.helium.pages.read.ReasonView;
import dev.helium.pages.read.WorkspaceDetails;
import dev.helium.pages.read.WorkspaceView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How far the pods are, each a cell. The API counts pods and names what is in trouble, so the cells
 * that are not ready are named by that, as far as it goes.
 *
 * @param slowest what holds it up; empty when nothing does
 * @param cells none when they are too many to see
 */
public record PodPicture(long ready, long wanted, String slowest, List<Cell> cells) {
  private static final int MOST_CELLS = 150;

  /**
   * One pod.
   *
   * @param state ready, waiting, recoverable or fatal
   * @param word the state, and why
   */
  public record Cell(String state, String word) {
    public Cell {
      Objects.requireNonNull(state, "state");
      Objects.requireNonNull(word, "word");
    }
  }

  public PodPicture {
    Objects.requireNonNull(slowest, "slowest");
    cells = List.copyOf(cells);
  }

  /** Empty when nobody has counted. */
  static Optional<PodPicture> of(WorkspaceDetails details) {
    return details
        .workspace()
        .progress()
        .filter(progress -> progress.wanted() > 0)
        .map(progress -> of(progress, details.reasons()));
  }

  private static PodPicture of(WorkspaceView.Progress progress, List<ReasonView> reasons) {
    List<Cell> cells = new ArrayList<>();
    if (progress.wanted() <= MOST_CELLS) {
      for (long i = 0; i < Math.min(progress.ready(), progress.wanted()); i++) {
        cells.add(new Cell("ready", "ready"));
      }
      reasons.stream()
          .limit(Math.max(0, progress.wanted() - cells.size()))
          .map(PodPicture::cell)
          .forEach(cells::add);
      while (cells.size() < progress.wanted()) {
        cells.add(new Cell("waiting", "not ready yet"));
      }
    }
    return new PodPicture(progress.ready(), progress.wanted(), progress.slowest(), cells);
  }

  private static Cell cell(ReasonView reason) {
    String state =
        switch (reason.kind()) {
          case "fatal", "recoverable" -> reason.kind();
          default -> "waiting";
        };
    return new Cell(state, "not ready: " + reason.object() + ", " + reason.code());
  }
}
