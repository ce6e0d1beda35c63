package dev.helium.backends.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.BackendInput;
import dev.helium.backends.ConfigEntry;
import dev.helium.backends.Manifest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be asked for; nobody is asked anything. */
class ProgramFormTest {
  private static final String HERE = "repository: https://git.example.com/team/programs\n";

  private final ProgramForm form =
      new ProgramForm(
          Manifest.beside(ProgramBackend.class),
          ProgramPolicy.from(
              Map.of(
                  "HELIUM_PROGRAM_REPOSITORIES",
                      "https://git.example.com, ssh://git@git.example.com",
                  "HELIUM_PROGRAM_SECRET_NAMESPACES", "shared")));

  @Test
  void allOfItIsTaken() {
    // when
    ProgramInput input =
        input(
            Map.of("pachdVersion", "2.4.3", "disableNotebooks", "true"),
            """
            repository: https://git.example.com/team/programs
            path: gcp_namespace_only
            ref: releases/v1.2
            resolve: 2026-03-01
            username: ada
            password: correct horse
            config:
              replicas: 3
              pachd-version: 2.5.0
              gcp:project: example
              zones: [a, b]
              nothing: null
            secretConfig:
              token: secret
            existingSecrets:
              - {config: database, namespace: shared, name: db, key: password}
            timeLimitMinutes: 20
            """);
    // then
    assertThat(input.commit().repository()).hasToString("https://git.example.com/team/programs");
    assertThat(input.commit().name()).isEqualTo("releases/v1.2");
    assertThat(input.commit().login()).hasToString("[secret]");
    assertThat(input.folder()).isEqualTo("gcp_namespace_only");
    assertThat(input.config())
        .isEqualTo(
            Map.of(
                "helium:replicas", new ConfigEntry("3", false),
                "helium:pachd-version", new ConfigEntry("2.5.0", false),
                "helium:disable-notebooks", new ConfigEntry("true", false),
                "gcp:project", new ConfigEntry("example", false),
                "helium:zones", new ConfigEntry("[\"a\",\"b\"]", false),
                "helium:token", new ConfigEntry("secret", true)));
    assertThat(input.secrets())
        .containsExactly(new ExistingSecret("helium:database", "shared", "db", "password"));
    assertThat(input.longest()).isEqualTo(Duration.ofMinutes(20));
  }

  @Test
  void theRestFollows() {
    // when
    ProgramInput input = input(Map.of(), HERE);
    // then
    assertThat(input.folder()).isEmpty();
    assertThat(input.commit().name()).isEmpty();
    assertThat(input.config()).isEmpty();
    assertThat(input.longest()).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void anInfrastructureFileIsConfigurationToo() {
    // when
    ProgramForm.Result result = form.read(new BackendInput(Map.of(), HERE, "{\"nodes\": 3}"));
    // then
    assertThat(result.input().orElseThrow().config())
        .containsEntry("helium:infra-json-content", new ConfigEntry("{\"nodes\": 3}", false));
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    assertThat(
            problems(
                "repositry: x\npath: ../up\nref: a..b\ntimeLimitMinutes: 0\nconfig: {'a b': 1}"))
        .containsExactlyInAnyOrder(
            "valuesYaml.repository must be given",
            "valuesYaml.repositry is not known; did you mean \"repository\"?",
            "valuesYaml.path does not fit: Folder of the project in the repository, with its"
                + " Pulumi.yaml, such as gcp_namespace_only; the top when not given.",
            "valuesYaml.ref does not fit: Branch, tag or whole commit; the branch that the"
                + " repository shows first when not given.",
            "valuesYaml.timeLimitMinutes must be at least 1 and at most 1440",
            "valuesYaml.config.a b has a name that is not taken here");
    assertThat(
            problems(
                """
                repository: ssh://git@elsewhere.example.com/a
                password: secret
                config: {id: mine, twice: 1, "helium:kubeconfig": mine}
                secretConfig: {twice: 2}
                existingSecrets: [{config: a, namespace: kube-system, name: b, key: c}]
                timeLimitMinutes: 40
                """))
        .containsExactlyInAnyOrder(
            "valuesYaml.repository is none of the repositories that an operator has named",
            "valuesYaml.repository cannot be asked by ssh: an operator has given no key",
            "valuesYaml.username must be given with the other of the two",
            "valuesYaml.config.id is said by Helium",
            "valuesYaml.config.helium:kubeconfig is said by Helium",
            "valuesYaml.secretConfig.twice is given twice",
            "valuesYaml.existingSecrets.0.namespace is none whose secrets an operator lets programs"
                + " have",
            "valuesYaml.timeLimitMinutes must be at most 30, as an operator says");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-b", "a..b", "a*", "a b", "a:b", "a^{}", "a.lock", "/a", "a//b", "a~1"})
  void aRefIsAPlainName(String ref) {
    assertThat(problems(HERE + "ref: '" + ref + "'"))
        .singleElement()
        .asString()
        .startsWith("valuesYaml.ref does not fit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc", "a/../../b", "..", ".", "a//b", "a/", "a/./b"})
  void aPathIsBelowTheTop(String path) {
    assertThat(problems(HERE + "path: '" + path + "'"))
        .singleElement()
        .asString()
        .startsWith("valuesYaml.path does not fit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://git.example.com/a",
        "https://ada:secret@git.example.com/a",
        "/srv/git",
        "ext::sh"
      })
  void aRepositoryIsAPlainAddress(String address) {
    assertThat(problems("repository: '" + address + "'"))
        .singleElement()
        .asString()
        .startsWith("valuesYaml.repository must be an address such as https://")
        .doesNotContain("secret");
  }

  private ProgramInput input(Map<String, String> parameters, String values) {
    ProgramForm.Result result = form.read(new BackendInput(parameters, values));
    assertThat(result.problems()).isEmpty();
    return result.input().orElseThrow();
  }

  private List<String> problems(String values) {
    return form.read(new BackendInput(Map.of(), values)).problems().stream()
        .map(problem -> problem.field() + " " + problem.rule())
        .toList();
  }
}
