package dev.helium.backends.hash;

import static dev.helium.backends.hash.HashObjects.variable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.BackendInput;
import dev.helium.backends.Problem;
import dev.helium.backends.Validated;
import dev.helium.backends.product.Samples;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HashSecretsTest {
  private final HashBackend backend = new HashBackend();

  @Test
  void databaseAndServersAgreeOnTheirPasswords() {
    // when
    HashObjects objects = HashObjects.of("");
    Map<String, String> database = objects.secret("hash-db-credentials");
    // then
    assertThat(database.get("HASH_GRAPH_PG_MIGRATION_URL"))
        .isEqualTo(
            "postgres://postgres:" + database.get("POSTGRES_PASSWORD") + "@hash-db:5432/graph");
    assertThat(database.get("HASH_KRATOS_PG_DSN"))
        .isEqualTo(
            "postgres://kratos:"
                + database.get("HASH_KRATOS_PG_PASSWORD")
                + "@hash-db:5432/kratos");
    assertThat(variable(objects.container("hash-graph"), "HASH_GRAPH_PG_PASSWORD"))
        .isEqualTo("hash-db-credentials.HASH_GRAPH_PG_PASSWORD");
  }

  @Test
  void theIdentityServerAndTheApiShareAKey() {
    // when
    HashObjects objects = HashObjects.of("");
    Map<String, String> kratos = objects.secret("hash-kratos-credentials");
    // then
    assertThat(variable(objects.container("hash-api"), "KRATOS_API_KEY"))
        .isEqualTo("hash-kratos-credentials.KRATOS_API_KEY");
    assertThat(kratos.get("registration-hook.yml"))
        .contains("url: http://hash-api:5001/kratos-after-registration")
        .contains("value: \"" + kratos.get("KRATOS_API_KEY") + "\"");
    assertThat(kratos.get("SECRETS_CIPHER")).hasSize(32);
    assertThat(objects.container("hash-kratos").getArgs())
        .containsExactly("serve", "--watch-courier", "--config", "/etc/hash/registration-hook.yml");
  }

  @Test
  void theFirstUsersHavePasswordsOfTheirOwn() {
    // when
    String users = HashObjects.of("").secret("hash-api-credentials").get("HASH_SEED_USERS");
    // then
    assertThat(users)
        .startsWith("[{\"email\":\"admin@example.com\"")
        .endsWith("}]")
        .doesNotContain("\n", "%")
        .doesNotContain("verySecret");
  }

  @Test
  void whatTheUserGivesCountsAndShowsNowhereElse() {
    // given
    String given = "given-and-told-to-nobody-no-one.";
    // when
    List<HasMetadata> objects =
        Samples.objects(
            backend,
            """
            pg: {password: %1$s}
            kratos: {cipherSecret: %1$s, cookieSecret: %1$s, apiSecret: %1$s}
            api: {SESSION_SECRET: %1$s, HASH_SEED_USERS: '[{"password":"%1$s"}]'}
            """
                .formatted(given));
    // then
    assertThat(objects)
        .filteredOn(object -> object.toString().contains(given))
        .allMatch(Secret.class::isInstance)
        .extracting(object -> object.getMetadata().getName())
        .containsExactlyInAnyOrder(
            "hash-db-credentials", "hash-kratos-credentials", "hash-api-credentials");
  }

  @Test
  void secretsOfTheUserAreNotMade() {
    // when
    HashObjects objects =
        HashObjects.of(
            "pg: {existingSecret: a}\nkratos: {existingSecret: b}\napi: {existingSecret: c}");
    // then
    assertThat(objects.all()).noneMatch(Secret.class::isInstance);
    assertThat(variable(objects.container("hash-db"), "POSTGRES_PASSWORD"))
        .isEqualTo("a.POSTGRES_PASSWORD");
    assertThat(variable(objects.container("hash-api"), "KRATOS_API_KEY"))
        .isEqualTo("b.KRATOS_API_KEY");
    assertThat(variable(objects.container("hash-api"), "SESSION_SECRET"))
        .isEqualTo("c.SESSION_SECRET");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pg: {host: db.example.com}                                | pg.password",
        "pg: {host: db.example.com, password: given-by-me}         | graph.pg.password",
        "pg: {existingSecret: mine, password: given-by-me}         | pg.password",
        "api: {existingSecret: mine, SESSION_SECRET: given-by-me}  | api.SESSION_SECRET",
        "opensearch: {host: search, username: finder}              | opensearch.password",
        "{api: {domain: a.example.com}, frontend: {domain: a.example.com}} | api.domain",
        "kratos: {publicPort: 4434}                                | kratos.privatePort",
        "kratos: {cipherSecret: short}                             | kratos.cipherSecret",
        "api: {HASH_SEED_USERS: nobody}                            | api.HASH_SEED_USERS",
        "pg: {host: ''}                                            | pg.host",
        "pg: {hots: db}                                            | pg.hots",
        "profile: large                                            | profile"
      })
  void aBrokenRuleIsSaidWithTheNameOfTheValue(String values, String name) {
    assertThat(problems(values)).extracting(Problem::field).contains("valuesYaml." + name);
  }

  private List<Problem> problems(String yaml) {
    return switch (backend.validate(new BackendInput(Map.of(), yaml))) {
      case Validated.Accepted ignored -> List.of();
      case Validated.Rejected rejected -> rejected.problems();
    };
  }
}
