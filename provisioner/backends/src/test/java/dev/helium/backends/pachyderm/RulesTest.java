package dev.helium.backends.pachyderm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.BackendInput;
import dev.helium.backends.Problem;
import dev.helium.backends.Validated;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RulesTest {
  private static final PachydermBackend BACKEND = new PachydermBackend();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pachd: {enabled: false} | pachd.enabled",
        "enterpriseServer: {enabled: true} | pachd.enabled",
        "cloudsqlAuthProxy: {enabled: true, connectionName: 'a:b:c'} | postgresql.enabled",
        "deployTarget: GOOGLE | pachd.storage.google.bucket",
        "deployTarget: MICROSOFT | pachd.storage.microsoft.container pachd.storage.microsoft.id",
        "deployTarget: AMAZON | pachd.storage.amazon.bucket pachd.storage.amazon.region",
        "proxy: {tls: {enabled: true}} | proxy.tls.secretName",
        "ingress: {enabled: true, tls: {enabled: true}} | ingress.tls.secretName",
        "oidc: {issuerURI: 'https://issuer.example.com'} | oidc.issuerURI",
        "pachd: {enterpriseLicenseKey: key} | oidc.upstreamIDPs",
        "auth0: {issuer: 'https://a.example/'} | auth0.clientID auth0.clientSecret auth0.subdomain",
        "pachd: {activateEnterpriseMember: true}"
            + " | pachd.enterpriseServerAddress pachd.enterpriseServerToken"
      })
  void whatDoesNotFitTogetherIsNamed(String values, String fields) {
    assertThat(problems(values))
        .extracting(Problem::field)
        .containsExactlyInAnyOrder(
            List.of(fields.split(" ")).stream()
                .map(field -> "valuesYaml." + field)
                .toArray(String[]::new));
  }

  @Test
  void anotherDatabaseIsNamedAndOpened() {
    assertThat(problems("postgresql: {enabled: false}"))
        .extracting(Problem::field)
        .containsExactly(
            "valuesYaml.global.postgresql.postgresqlHost",
            "valuesYaml.global.postgresql.postgresqlPassword");
  }

  @Test
  void anotherStoreIsNamedAndOpened() {
    assertThat(problems("pachd: {storage: {minio: {endpoint: 's3.example.com:9000'}}}"))
        .extracting(Problem::field)
        .containsExactly(
            "valuesYaml.pachd.storage.minio.bucket",
            "valuesYaml.pachd.storage.minio.id",
            "valuesYaml.pachd.storage.minio.secret");
  }

  @Test
  void anAffinityOfAnotherFormIsRefusedWithoutItsWords() {
    assertThat(problems("pachd: {affinity: {nodeAffinity: anywhere}}"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.field()).isEqualTo("valuesYaml");
              assertThat(problem.rule()).contains("affinity").doesNotContain("anywhere");
            });
  }

  @Test
  void nothingGivenBreaksNoRule() {
    assertThat(problems("")).isEmpty();
  }

  private List<Problem> problems(String values) {
    return switch (BACKEND.validate(new BackendInput(Map.of(), values))) {
      case Validated.Accepted accepted -> List.of();
      case Validated.Rejected(List<Problem> problems) -> problems;
    };
  }
}
