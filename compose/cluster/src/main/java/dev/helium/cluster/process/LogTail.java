package dev.helium.cluster.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log, which is where a program says why it gave up. */
public final class LogTail {

  private static final int LINES = 12;
  private static final int LONGEST_LINE = 400;
  private static final int BYTES = 16 * 1024;

  private LogTail() {}

  /** The last lines, each cut to a readable length; a remark in brackets when there are none. */
  public static String of(Path log) {
    if (!Files.exists(log)) {
      return "(no log was written)";
    }
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long start = Math.max(0, file.length() - BYTES);
      byte[] bytes = new byte[(int) (file.length() - start)];
      file.seek(start);
      file.readFully(bytes);
      List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      return lines.isEmpty()
          ? "(the log is empty)"
          : String.join(
              System.lineSeparator(),
              lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
                  .map(line -> line.substring(0, Math.min(line.length(), LONGEST_LINE)))
                  .toList());
    } catch (IOException e) {
      return "(the log cannot be read: %s)".formatted(e.getMessage());
    }
  }
}
