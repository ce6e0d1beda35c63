package dev.helium.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that is in the state folder of stacks: folders, and files with what they hold. */
final class StateTree {
  private StateTree() {}

  /** By name below {@code .pulumi}. */
  static SortedMap<String, String> of(Path root) throws IOException {
    var folder = root.resolve("state/.pulumi");
    var tree = new TreeMap<String, String>();
    try (var all = Files.walk(folder)) {
      for (var path : all.toList()) {
        var content =
            Files.isDirectory(path)
                ? "a folder"
                : new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
        tree.put(folder.relativize(path).toString(), content);
      }
    }
    return tree;
  }
}
