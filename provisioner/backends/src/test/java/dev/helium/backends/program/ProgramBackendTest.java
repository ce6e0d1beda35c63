package dev.helium.backends.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.backends.ApiServer;
import dev.helium.backends.BackendInput;
import dev.helium.backends.ConfigEntry;
import dev.helium.backends.Preparation;
import dev.helium.backends.PreparationException;
import dev.helium.backends.PulumiProject;
import dev.helium.backends.Validated;
import dev.helium.backends.WorkspaceFacts;
import dev.helium.backends.program.source.GitLimits;
import dev.helium.backends.program.source.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From what is asked for to a project that can be run, with a real repository. */
class ProgramBackendTest {
  private static final ApiServer NOTHING = path -> Optional.empty();

  @TempDir private Path directory;

  private final Map<String, String> kept = new HashMap<>();
  private TestRepository repository;
  private String first;
  private ProgramBackend backend;
  private Path folder;

  @BeforeEach
  void make() throws IOException {
    Path top = directory.toRealPath();
    repository = new TestRepository(top.resolve("repository"));
    repository.commit("one/Pulumi.yaml", "name: one\nruntime: yaml\n");
    repository.commit("two/Pulumi.yaml", "name: two\nruntime: nodejs\n");
    first = repository.commit("README.md", "programs");
    folder = Files.createDirectories(top.resolve("work/example/partition-0-1"));
    backend = backend(System.getenv("PATH"));
  }

  @Test
  void aProjectIsGotReady() {
    // when
    Map<String, ConfigEntry> entries = prepare("path: one", NOTHING);
    // then
    assertThat(entries).containsOnlyKeys("helium:program-commit");
    assertThat(entries.get("helium:program-commit").secret()).isTrue();
    PulumiProject project = project("path: one\ntimeLimitMinutes: 5");
    assertThat(project.directory()).isEqualTo(folder.resolve("source/one"));
    assertThat(project.directory().resolve("Pulumi.yaml")).content().contains("name: helium");
    assertThat(project.dependencies()).isFalse();
    assertThat(project.longest()).isEqualTo(Duration.ofMinutes(5));
    assertThat(project.outputs()).isEqualTo(Map.of("ProgramCommit", first));
    assertThat(folder.resolve("source/.git")).doesNotExist();
    assertThat(folder.resolve("git")).doesNotExist();
  }

  @Test
  void anotherOwnerTakesTheSameCommitAndAChangedReferenceAnother() throws IOException {
    // given
    prepare("path: two", NOTHING);
    String second = repository.commit("two/index.js", "more");
    // when another owner goes on
    folder = Files.createDirectories(folder.resolveSibling("partition-0-2"));
    prepare("path: two", NOTHING);
    // then
    assertThat(project("path: two").outputs()).containsEntry("ProgramCommit", first);
    assertThat(project("path: two").dependencies()).isTrue();

    // when
    prepare("path: two\nresolve: again", NOTHING);
    // then
    assertThat(project("path: two\nresolve: again").outputs())
        .containsEntry("ProgramCommit", second);
  }

  @Test
  void nothingOfTheProgramBeforeIsLeft() throws IOException {
    // given
    prepare("path: one", NOTHING);
    Files.writeString(folder.resolve("source/one/built"), "by a run");
    // when
    prepare("path: one", NOTHING);
    // then
    assertThat(folder.resolve("source/one/built")).doesNotExist();
  }

  @Test
  void aFolderWithoutAProjectIsSaid() throws IOException {
    assertThatThrownBy(() -> prepare("", NOTHING))
        .isInstanceOf(PreparationException.class)
        .hasMessage("the repository has no Pulumi.yaml at " + first);
    assertThatThrownBy(() -> prepare("path: three", NOTHING))
        .isInstanceOf(PreparationException.class)
        .hasMessage("the repository has no folder three");

    // when a link leads out of it
    Path outside = Files.createDirectories(directory.resolve("outside"));
    Files.writeString(outside.resolve("Pulumi.yaml"), "name: outside\nruntime: go\n");
    Files.createSymbolicLink(repository.folder().resolve("link"), outside);
    repository.commit();
    // then
    assertThatThrownBy(() -> prepare("path: link", NOTHING))
        .isInstanceOf(PreparationException.class)
        .hasMessage("the repository has no folder link");
  }

  @Test
  void secretsOfTheClusterBecomeSecretConfiguration() {
    // given
    String values =
        "path: one\nexistingSecrets: [{config: password, namespace: shared, name: db, key: it}]";
    ApiServer server =
        path ->
            path.equals("/api/v1/namespaces/shared/secrets/db")
                ? Optional.of("{\"data\": {\"it\": \"Y29ycmVjdA==\"}}")
                : Optional.empty();
    // when
    Map<String, ConfigEntry> entries = prepare(values, server);
    // then
    assertThat(entries).containsEntry("helium:password", new ConfigEntry("correct", true));
    assertThatThrownBy(() -> prepare(values, NOTHING))
        .isInstanceOf(PreparationException.class)
        .hasMessage("the secret shared/db is not there, or may not be read by Helium");
    assertThatThrownBy(() -> prepare(values, path -> Optional.of("{\"data\": {}}")))
        .hasMessage("the secret shared/db has no it");
  }

  @Test
  void withoutTheCommandLineItIsRefusedWithHowToInstallIt() throws IOException {
    // given a machine with git alone
    Path commands = Files.createDirectories(directory.resolve("commands"));
    ProgramBackend lacking = backend(commands.toString());
    // then
    assertThat(lacking.validate(input("path: one")))
        .isInstanceOfSatisfying(
            Validated.Rejected.class,
            rejected ->
                assertThat(rejected.problems())
                    .extracting(problem -> problem.field() + " " + problem.rule())
                    .containsExactly(
                        "backend needs the Pulumi command line on the path of the provisioner;"
                            + " https://www.pulumi.com/docs/install/ says how to install it",
                        "backend needs git on the path of the provisioner"));

    // when they are there
    for (String command : new String[] {"pulumi", "git"}) {
      Files.createFile(
          commands.resolve(command),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    // then
    assertThat(lacking.validate(input("path: one"))).isInstanceOf(Validated.Accepted.class);
  }

  @Test
  void whatItPutsOutGoesByTheNamesOfTheApiToo() {
    assertThat(
            backend.outputs(
                Map.of(
                    "consoleUrl", "console.example.com",
                    "notebooksURL", "http://notebooks.example.com",
                    "k8sNamespace", "example",
                    "bucket", "example-bucket",
                    "GCSBucket", "another",
                    "mine", "1")))
        .isEqualTo(
            Map.of(
                "consoleUrl", "console.example.com",
                "ConsoleURL", "https://console.example.com",
                "notebooksURL", "http://notebooks.example.com",
                "NotebooksURL", "http://notebooks.example.com",
                "k8sNamespace", "example",
                "K8sNamespace", "example",
                "bucket", "example-bucket",
                "GCSBucket", "another",
                "mine", "1"));
  }

  private Map<String, ConfigEntry> prepare(String values, ApiServer server) {
    Map<String, ConfigEntry> entries =
        backend.prepare(
            new Preparation(
                new WorkspaceFacts("example", 1, "2027-01-01T00:00:00Z", "ada", "program"),
                input(values),
                kept,
                () -> false,
                server,
                folder));
    entries.forEach((key, entry) -> kept.put(key, entry.value()));
    return entries;
  }

  private PulumiProject project(String values) {
    return backend.project(input(values), folder);
  }

  private BackendInput input(String values) {
    return new BackendInput(Map.of(), "repository: " + repository.address() + "\n" + values);
  }

  private ProgramBackend backend(String path) {
    return new ProgramBackend(
        ProgramPolicy.from(
            Map.of(
                "PATH",
                path,
                "HELIUM_PROGRAM_REPOSITORIES",
                repository.address(),
                "HELIUM_PROGRAM_SECRET_NAMESPACES",
                "shared")),
        GitLimits.STANDARD);
  }
}
