package dev.helium.cluster.binaries;

import dev.helium.cluster.component.Program;
import dev.helium.cluster.component.Progress;
import dev.helium.cluster.process.BoundedCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes executables out of the package that the system's own distribution has of a product, without
 * installing it: nobody has to be root, and no service of the system starts. apt checks what it
 * fetches against the distribution's signatures.
 *
 * @param searchPath where apt's programs are looked for
 */
record DebianPackage(List<Path> searchPath) implements Source {

  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final List<String> FOLDERS = List.of("lists/partial", "cache/archives/partial");

  @Override
  public void obtain(
      Distribution distribution, Set<? extends Program> wanted, Path directory, Progress progress)
      throws SourceUnavailableException {
    Path apt = tool("apt-get");
    Path unpacker = tool("dpkg-deb");
    String name = distribution.directoryName();
    try {
      for (String folder : FOLDERS) {
        Files.createDirectories(directory.resolve(folder));
      }
      progress.report(name + ": fetching Debian's package…");
      // Lists of its own: those of the system may be missing or old, and are its owner's to renew.
      run(directory, apt, "update", "-q");
      run(directory, apt, "download", "-q", name);
      run(directory, unpacker, "-x", archive(directory, name), "unpacked");
      for (Program program : wanted) {
        Files.move(
            directory.resolve("unpacked/usr/bin").resolve(program.program()),
            directory.resolve(program.program()),
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new SourceUnavailableException(
          "Debian's package %s could not be unpacked (%s)".formatted(name, e.getMessage()), e);
    }
  }

  private Path tool(String name) throws SourceUnavailableException {
    return searchPath.stream()
        .map(folder -> folder.resolve(name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new SourceUnavailableException(
                    "this system has no Debian packages (" + name + ")"));
  }

  private static void run(Path directory, Path tool, String... arguments)
      throws SourceUnavailableException {
    List<String> command = new ArrayList<>(List.of(tool.toString()));
    if (tool.endsWith("apt-get")) {
      command.addAll(
          List.of(
              "-o",
              "Dir::State::Lists=" + directory.resolve("lists"),
              "-o",
              "Dir::Cache=" + directory.resolve("cache"),
              "-o",
              "APT::Sandbox::User=root",
              "-o",
              "Debug::NoLocking=1"));
    }
    command.addAll(List.of(arguments));
    Path log = directory.resolve("package.log");
    try {
      int exitCode =
          BoundedCommand.follow(
              command, directory, Map.of("LC_ALL", "C"), log, LIMIT, elapsed -> {});
      if (exitCode != 0) {
        throw new SourceUnavailableException(
            "%s %s failed (%s)".formatted(tool.getFileName(), arguments[0], lastLine(log)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String archive(Path directory, String name) throws IOException {
    try (DirectoryStream<Path> archives = Files.newDirectoryStream(directory, name + "_*.deb")) {
      for (Path archive : archives) {
        return archive.getFileName().toString();
      }
    }
    throw new IOException("apt-get fetched no file");
  }

  private static String lastLine(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log).stream().filter(line -> !line.isBlank()).toList();
    return lines.isEmpty() ? "it says nothing" : lines.getLast();
  }
}
