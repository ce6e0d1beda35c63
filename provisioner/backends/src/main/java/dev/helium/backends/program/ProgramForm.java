package dev.helium.backends.program;

import dev.helium.backends.BackendInput;
import dev.helium.backends.Manifest;
import dev.helium.backends.Problem;
import dev.helium.backends.program.source.CommitReference;
import dev.helium.backends.program.source.CommitReference.Login;
import dev.helium.backends.program.source.RepositoryAddress;
import dev.helium.backends.schema.SchemaCheck;
import dev.helium.backends.schema.SchemaCheck.Broken;
import dev.helium.backends.schema.Trees;
import dev.helium.backends.values.ValuesFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks what somebody asks for, without asking anybody. Thread-safe. */
final class ProgramForm {
  private static final String REPOSITORY = "repository";
  private static final String LONGEST = "timeLimitMinutes";

  private final Manifest manifest;
  private final ProgramPolicy policy;
  private SchemaCheck check;

  ProgramForm(Manifest manifest, ProgramPolicy policy) {
    this.manifest = manifest;
    this.policy = policy;
  }

  /**
   * What came of an input.
   *
   * @param input nothing when there is a problem
   * @param problems every rule that is broken
   */
  record Result(Optional<ProgramInput> input, List<Problem> problems) {
    Result {
      problems = List.copyOf(problems);
    }
  }

  Result read(BackendInput input) {
    ValuesFile file = ValuesFile.read(input.valuesYaml());
    ValuesFile infrastructure = ValuesFile.ofJson("infraJson", input.infrastructureJson());
    List<Problem> problems = new ArrayList<>(file.problems());
    problems.addAll(infrastructure.problems());
    problems.addAll(unknown(input.parameters()));
    Map<String, Object> tree = Trees.merge(requested(input.parameters()), file.values());
    for (Broken broken : check().check(tree)) {
      problems.add(problem(broken.path(), broken.rule()));
    }
    if (!problems.isEmpty()) {
      return new Result(Optional.empty(), problems);
    }
    Optional<RepositoryAddress> repository = repository(tree, problems);
    ConfigForm config = new ConfigForm(policy.secretNamespaces());
    config.read(tree, infrastructure.values().isEmpty() ? "" : input.infrastructureJson());
    config.problems().stream()
        .map(problem -> problem(problem.field(), problem.rule()))
        .forEach(problems::add);
    Duration longest = longest(tree, problems);
    return new Result(
        problems.isEmpty()
            ? repository.map(
                found ->
                    new ProgramInput(
                        new CommitReference(
                            found, text(tree, "ref"), text(tree, "resolve"), login(tree)),
                        text(tree, "path"),
                        config.entries(),
                        config.secrets(),
                        longest))
            : Optional.empty(),
        problems);
  }

  private Optional<RepositoryAddress> repository(Map<String, Object> tree, List<Problem> problems) {
    Optional<RepositoryAddress> address = RepositoryAddress.parse(text(tree, REPOSITORY));
    if (address.isEmpty()) {
      problems.add(
          problem(
              REPOSITORY,
              "must be an address such as https://git.example.com/team/programs or"
                  + " ssh://git@git.example.com/team/programs, without a user or password in it"));
      return address;
    }
    policy
        .repositories()
        .problem(address.get())
        .ifPresent(rule -> problems.add(problem(REPOSITORY, rule)));
    if (address.get().scheme().equals("ssh") && policy.keys().isEmpty()) {
      problems.add(problem(REPOSITORY, "cannot be asked by ssh: an operator has given no key"));
    }
    boolean named = tree.containsKey("username");
    if (named != tree.containsKey("password")) {
      problems.add(
          problem(named ? "password" : "username", "must be given with the other of the two"));
    }
    if (named && !address.get().scheme().equals("https")) {
      problems.add(problem("username", "has no meaning for a repository from there"));
    }
    return address;
  }

  private Duration longest(Map<String, Object> tree, List<Problem> problems) {
    Duration most = policy.processes().longest();
    if (!(tree.get(LONGEST) instanceof Number minutes)) {
      return most;
    }
    Duration asked = Duration.ofMinutes(minutes.longValue());
    if (asked.compareTo(most) > 0) {
      problems.add(
          problem(LONGEST, "must be at most " + most.toMinutes() + ", as an operator says"));
    }
    return asked;
  }

  private static Login login(Map<String, Object> tree) {
    return tree.containsKey("username")
        ? new Login(text(tree, "username"), text(tree, "password"))
        : Login.NONE;
  }

  private List<Problem> unknown(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .filter(parameter -> !parameter.getValue().isBlank())
        .map(Map.Entry::getKey)
        .filter(field -> !manifest.fields().containsKey(field))
        .filter(field -> !manifest.ignored().contains(field))
        .sorted()
        .map(field -> new Problem(field, "is not taken by the backend \"" + manifest.name() + "\""))
        .toList();
  }

  private Map<String, Object> requested(Map<String, String> parameters) {
    Map<String, Object> requested = new LinkedHashMap<>();
    manifest
        .fields()
        .forEach(
            (field, path) -> {
              String text = parameters.getOrDefault(field, "").strip();
              if (!text.isEmpty()) {
                requested.putAll(Trees.merge(requested, Trees.of(path, text)));
              }
            });
    return requested;
  }

  private static Problem problem(String path, String rule) {
    return new Problem(Trees.join(ValuesFile.FIELD, path), rule);
  }

  private static String text(Map<String, Object> tree, String name) {
    return String.valueOf(tree.getOrDefault(name, ""));
  }

  /** Made when first asked for: reading a schema takes longer than all else at the start. */
  private synchronized SchemaCheck check() {
    if (check == null) {
      check = new SchemaCheck(manifest.parameters());
    }
    return check;
  }
}
