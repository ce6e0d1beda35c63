package dev.helium.bench.run.rows;

import dev.helium.bench.run.Benchmark;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How fast are Pulumi programs here, beside pulumi, where it is installed, and a bare client? */
public final class EngineRow implements Benchmark {
  /** As the benchmark calls it, and the program is called. */
  private static final String PULUMI = "pulumi";

  private final String path;

  /**
   * @param path where programs are looked for, as the variable of that name says
   */
  public EngineRow(String path) {
    this.path = path;
  }

  @Override
  public String name() {
    return "engine";
  }

  @Override
  public String question() {
    return "How fast are Pulumi programs here, beside pulumi, where it is installed, and a bare client?";
  }

  @Override
  public List<String> arguments(boolean quick) {
    return quick ? List.of("engine", "3", "3", "1", "0") : List.of("engine");
  }

  @Override
  public Map<String, String> absent() {
    boolean isHere =
        Stream.of(path.split(File.pathSeparator, -1))
            .filter(folder -> !folder.isEmpty())
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, PULUMI)));
    return isHere ? Map.of() : Map.of(PULUMI, PULUMI + " is not on the path");
  }
}
