package dev.helium.backends.program.source;

import dev.helium.backends.process.ChildProcess;
import dev.helium.backends.process.ProcessLimits;
import dev.helium.backends.process.ProcessLimits.FolderLimit;
import dev.helium.backends.process.ProcessRequest;
import dev.helium.backends.process.ProcessResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Runs {@code git} for one repository. */
final class Git {
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final long MEMORY = 1L << 30;
  private static final int OUTPUT = 256 * 1024;

  private static final Pattern DENIED =
      Pattern.compile(
          "could not read (Username|Password)|Authentication failed|terminal prompts disabled"
              + "|Permission denied|error: 40[13]|Host key verification failed",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MOVED =
      Pattern.compile("redirect|error: 30[1278]", Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_REPOSITORY =
      Pattern.compile(
          "repository '?.*'? ?not found|error: 404|does not appear to be a git repository",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_COMMIT =
      Pattern.compile(
          "not our ref|unadvertised object|couldn't find remote ref|no such remote ref",
          Pattern.CASE_INSENSITIVE);

  private final RepositoryAddress address;
  private final Map<String, String> environment;
  private final Path folder;
  private final GitLimits limits;

  /**
   * @param folder to work in
   */
  Git(RepositoryAddress address, Map<String, String> environment, Path folder, GitLimits limits) {
    this.address = address;
    this.environment = environment;
    this.folder = folder;
    this.limits = limits;
  }

  /**
   * What it says on its standard output.
   *
   * @throws RepositoryException when it fails, with why
   */
  String run(String... words) throws RepositoryException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    try {
      ProcessResult result =
          ChildProcess.run(
              new ProcessRequest(command, folder, environment),
              new ProcessLimits(
                  limits.longest(),
                  GRACE,
                  MEMORY,
                  OUTPUT,
                  Optional.of(new FolderLimit(folder, limits.bytes(), limits.files()))));
      if (result.isSuccess() && result.output().whole()) {
        return result.output().text();
      }
      throw failure(result);
    } catch (IOException failure) {
      throw RepositoryException.passing("git cannot be run on the provisioner's machine", failure);
    } catch (InterruptedException unwanted) {
      Thread.currentThread().interrupt();
      throw RepositoryException.passing("getting " + address + " was ended", unwanted);
    }
  }

  private RepositoryException failure(ProcessResult result) {
    if (result.excess().isPresent()) {
      return switch (result.excess().get()) {
        case TIME ->
            RepositoryException.passing(
                address + " takes longer than " + limits.longest().toSeconds() + " s");
        case MEMORY ->
            RepositoryException.refused(
                address + " takes more than " + MEMORY / (1 << 20) + " MiB of memory");
        case FOLDER ->
            RepositoryException.refused(
                address
                    + " has more than "
                    + limits.bytes() / (1 << 20)
                    + " MiB or "
                    + limits.files()
                    + " files");
      };
    }
    // It is looked at and never shown: a server can say anything.
    String said = result.errors().text();
    if (NO_COMMIT.matcher(said).find()) {
      return RepositoryException.refused(address + " does not have that commit any more");
    }
    if (DENIED.matcher(said).find()) {
      return RepositoryException.refused(
          address + " does not let us in: a name and a password, or other ones, are needed");
    }
    if (MOVED.matcher(said).find()) {
      return RepositoryException.refused(address + " is somewhere else now: give its new address");
    }
    if (NO_REPOSITORY.matcher(said).find()) {
      return RepositoryException.refused("there is no git repository at " + address);
    }
    return RepositoryException.passing(address + " does not answer as a git repository does");
  }
}
