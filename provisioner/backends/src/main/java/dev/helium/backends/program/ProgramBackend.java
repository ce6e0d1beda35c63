package dev.helium.backends.program;

import dev.helium.backends.BackendInput;
import dev.helium.backends.ConfigEntry;
import dev.helium.backends.Manifest;
import dev.helium.backends.Preparation;
import dev.helium.backends.PreparationException;
import dev.helium.backends.Problem;
import dev.helium.backends.ProcessPolicy;
import dev.helium.backends.ProjectBackend;
import dev.helium.backends.PulumiProject;
import dev.helium.backends.Validated;
import dev.helium.backends.process.Executables;
import dev.helium.backends.process.Folders;
import dev.helium.backends.program.source.CommitPin;
import dev.helium.backends.program.source.GitLimits;
import dev.helium.backends.program.source.GitSource;
import dev.helium.backends.program.source.RepositoryException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Any Pulumi program. Thread-safe. */
public final class ProgramBackend implements ProjectBackend {
  private static final String LACKING =
      "needs the Pulumi command line on the path of the provisioner;"
          + " https://www.pulumi.com/docs/install/ says how to install it";

  private final Manifest manifest = Manifest.beside(ProgramBackend.class);
  private final ProgramPolicy policy;
  private final ProgramForm form;
  private final GitSource source;

  /** With the policy that the environment of the process says. */
  public ProgramBackend() {
    this(ProgramPolicy.from(System.getenv()), GitLimits.STANDARD);
  }

  public ProgramBackend(ProgramPolicy policy, GitLimits limits) {
    this.policy = policy;
    this.form = new ProgramForm(manifest, policy);
    this.source =
        new GitSource(
            policy.repositories(), policy.processes().environment(), policy.keys(), limits);
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public Validated validate(BackendInput input) {
    List<Problem> problems = new ArrayList<>();
    if (Executables.find("pulumi", path()).isEmpty()) {
      problems.add(new Problem("backend", LACKING));
    }
    if (!source.isPossible()) {
      problems.add(new Problem("backend", "needs git on the path of the provisioner"));
    }
    ProgramForm.Result read = form.read(input);
    problems.addAll(read.problems());
    return problems.isEmpty()
        ? new Validated.Accepted(read.input().orElseThrow().config())
        : new Validated.Rejected(problems);
  }

  @Override
  public boolean takesCluster() {
    return true;
  }

  @Override
  public Set<String> madeOnce(BackendInput input) {
    return ProgramKeys.kept();
  }

  @Override
  public Map<String, ConfigEntry> prepare(Preparation preparation) {
    ProgramInput input = input(preparation.input());
    Map<String, ConfigEntry> entries = new HashMap<>();
    input
        .secrets()
        .forEach(secret -> entries.put(secret.config(), secret.read(preparation.apiServer())));
    entries.putAll(ProgramKeys.of(fetch(input, preparation)));
    return entries;
  }

  @Override
  public PulumiProject project(BackendInput input, Path folder) {
    ProgramInput asked = input(input);
    return new ProgramFolder(folder).project(asked.folder(), asked.longest());
  }

  @Override
  public ProcessPolicy processes() {
    return policy.processes();
  }

  @Override
  public Map<String, String> outputs(Map<String, String> stackOutputs) {
    return ProgramOutputs.of(stackOutputs);
  }

  private String path() {
    return policy.processes().environment().getOrDefault("PATH", "");
  }

  private CommitPin fetch(ProgramInput input, Preparation preparation) {
    ProgramFolder folder = new ProgramFolder(preparation.folder());
    try {
      folder.clear();
      try {
        CommitPin pin =
            source.fetch(
                input.commit(), ProgramKeys.pin(preparation.kept()), folder.files(), folder.home());
        folder.adopt(pin, input.folder());
        return pin;
      } finally {
        Folders.remove(folder.home());
      }
    } catch (RepositoryException unfit) {
      throw unfit.isPassing()
          ? PreparationException.passing(
              PreparationException.Kind.SOURCE_UNAVAILABLE, unfit.getMessage(), unfit)
          : PreparationException.refused(unfit.getMessage());
    } catch (IOException failure) {
      throw PreparationException.passing(
          PreparationException.Kind.BROKEN,
          "there is no room for the program on the provisioner's machine",
          failure);
    }
  }

  private ProgramInput input(BackendInput input) {
    return form.read(input)
        .input()
        .orElseThrow(() -> PreparationException.refused("the backend no longer takes the request"));
  }
}
