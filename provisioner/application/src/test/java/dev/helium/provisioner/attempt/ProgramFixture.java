package dev.helium.provisioner.attempt;

import dev.helium.backends.BackendRegistry;
import dev.helium.backends.ProcessPolicy;
import dev.helium.backends.program.ProgramBackend;
import dev.helium.backends.program.ProgramPolicy;
import dev.helium.backends.program.source.GitLimits;
import dev.helium.backends.program.source.Repositories;
import dev.helium.domain.AttemptReport;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.FieldError;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.Step;
import dev.helium.domain.WorkspaceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A repository of programs and attempts at one of them; no cluster is asked for anything. */
final class ProgramFixture implements AutoCloseable {
  static final WorkspaceId ID = new WorkspaceId("example-program");

  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  private final Path directory;
  private final Path repository;
  private final ProgramBackend backend;
  private final RunFixture runs;
  private final List<Step> steps = new ArrayList<>();

  /**
   * @param path in which commands are looked for
   */
  ProgramFixture(Path directory, String path, Duration longest, long memory) throws IOException {
    this.directory = directory;
    this.repository = Files.createDirectories(directory.resolve("repository"));
    git("init", "--quiet", "--initial-branch=main");
    Path kubeconfig = Files.writeString(directory.resolve("kubeconfig"), "{}");
    backend =
        new ProgramBackend(
            new ProgramPolicy(
                Repositories.parse("file://" + repository),
                Optional.empty(),
                Set.of(),
                new ProcessPolicy(
                    Map.of("PATH", path, "AWS_PROFILE", "programs"), longest, memory)),
            GitLimits.STANDARD);
    runs =
        new RunFixture(
                directory.resolve("state"),
                kubeconfig,
                OtherClusters.none(),
                new BackendRegistry(List.of(backend)),
                Clock.systemUTC())
            .telling(steps::add);
  }

  /** Puts a file into the repository, and gives the commit that has it. */
  String commit(String file, String content) throws IOException {
    Path path = repository.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
    git("add", "--all");
    git("commit", "--quiet", "--message=more");
    return git("rev-parse", "HEAD").strip();
  }

  AttemptReport apply(int owner, String values) throws IOException {
    return runs.apply(ID, owner, backend, asked(values), NOW);
  }

  /** After something was found missing. */
  AttemptReport applyAfresh(int owner, String values) throws IOException {
    return runs.run(
        ID, owner, backend, asked(values), new Lifecycle.Provisioning(owner, 0, NOW, true), NOW);
  }

  AttemptReport destroy(int owner) throws IOException {
    return runs.run(
        ID,
        owner,
        backend,
        asked(""),
        new Lifecycle.Destroying(owner, 0, NOW, new DeletionReason.Requested()),
        NOW);
  }

  List<FieldError> check() {
    return runs.check(ID, backend);
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }

  /** Where an owner works on the workspace. */
  Path folder(int owner) {
    return directory.resolve("state/work/" + ID).resolve("partition-0-" + owner);
  }

  /** The settings of the stack, as an owner has left them. */
  String settings(int owner) throws IOException {
    return Files.readString(folder(owner).resolve("Pulumi." + ID + ".yaml"));
  }

  Path state() {
    return directory.resolve("state/state/.pulumi/stacks/helium/" + ID + ".json");
  }

  Path repository() {
    return repository;
  }

  @Override
  public void close() {
    runs.close();
  }

  private String asked(String values) {
    return "repository: file://" + repository + "\n" + values;
  }

  private String git(String... words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "git",
                "-C",
                repository.toString(),
                "-c",
                "user.name=Ada",
                "-c",
                "user.email=ada@example.com",
                "-c",
                "commit.gpgSign=false"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException(String.join(" ", words) + ": " + said);
    }
    return said;
  }
}
