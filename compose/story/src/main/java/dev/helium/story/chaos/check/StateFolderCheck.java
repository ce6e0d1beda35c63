package dev.helium.story.chaos.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the provisioners share holds nothing of a workspace that is gone, but for the uploads of one
 * that has expired and can be brought back, and no lock.
 */
final class StateFolderCheck implements Check {
  private static final String LOCKS = "locks";
  private static final String UPLOADS = "uploads";

  @Override
  public List<Finding> examine(Evidence evidence) {
    Set<String> gone = new HashSet<>(evidence.told().keySet());
    Set<String> revivable = new HashSet<>();
    evidence
        .views()
        .forEach(
            (name, view) -> {
              if (view.workspace().exists()) {
                gone.remove(name);
              } else if (view.workspace().terms().expired()) {
                revivable.add(name);
              }
            });
    List<String> left = new ArrayList<>();
    List<String> locks = new ArrayList<>();
    List<Path> all = relative(evidence.state());
    for (Path path : all) {
      String last = path.getFileName().toString();
      boolean file = Files.isRegularFile(evidence.state().resolve(path));
      // The folder for the locks of a stack stays, empty, as it does with the command line.
      if ((file || !isLock(path))
          && !(path.startsWith(UPLOADS) && revivable.contains(last))
          && gone.stream().anyMatch(name -> last.equals(name) || last.startsWith(name + "."))) {
        left.add("%s is left of a workspace that is gone".formatted(path));
      }
      if (file && isLock(path)) {
        locks.add("%s is held by nobody".formatted(path));
      }
    }
    return List.of(
        new Finding(
            gone.size(), "names without a workspace have nothing in the state folder", left),
        new Finding(all.size(), "files and folders of the state hold no lock", locks));
  }

  private static boolean isLock(Path path) {
    for (Path part : path) {
      if (part.toString().equals(LOCKS)) {
        return true;
      }
    }
    return false;
  }

  private static List<Path> relative(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(path -> !path.equals(folder)).map(folder::relativize).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
