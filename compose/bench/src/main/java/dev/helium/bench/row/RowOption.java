package dev.helium.bench.row;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The option {@code --row FILE} of a benchmark: where it leaves its row.
 *
 * @param others all other arguments, in their order
 */
public record RowOption(Optional<Path> file, List<String> others) {
  public static final String NAME = "--row";

  public RowOption {
    others = List.copyOf(others);
  }

  /**
   * Takes the option out of a command line.
   *
   * @throws IllegalArgumentException when the file is missing
   */
  public static RowOption in(String... arguments) {
    List<String> others = new ArrayList<>(List.of(arguments));
    int place = others.indexOf(NAME);
    if (place < 0) {
      return new RowOption(Optional.empty(), others);
    }
    if (place + 1 == others.size()) {
      throw new IllegalArgumentException(NAME + " needs a file");
    }
    Path file = Path.of(others.get(place + 1));
    others.subList(place, place + 2).clear();
    return new RowOption(Optional.of(file), others);
  }

  /** Leaves the row, where somebody wants it. */
  public void write(Row row) {
    file.ifPresent(where -> RowFile.write(where, row));
  }
}
