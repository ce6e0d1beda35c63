package dev.helium.backends.process;

import dev.helium.backends.process.ProcessLimits.FolderLimit;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Adds up what is in a folder, no further than to its limit. Links are not followed. */
final class FolderSize extends SimpleFileVisitor<Path> {
  private final FolderLimit limit;
  private long bytes;
  private int files;

  private FolderSize(FolderLimit limit) {
    this.limit = limit;
  }

  static boolean exceeds(FolderLimit limit) throws IOException {
    FolderSize size = new FolderSize(limit);
    Files.walkFileTree(limit.folder(), size);
    return size.exceeds();
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    bytes += attributes.size();
    files++;
    return exceeds() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException gone) {
    // Somebody is at work in it.
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, IOException gone) {
    return FileVisitResult.CONTINUE;
  }

  private boolean exceeds() {
    return bytes > limit.bytes() || files > limit.files();
  }
}
