package dev.helium.backends.gcp_namespace_only;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.BackendInput;
import dev.helium.backends.Problem;
import dev.helium.backends.Validated;
import dev.helium.backends.cloud.Picture;
import dev.helium.backends.product.Values;
import dev.helium.backends.schema.Trees;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GcpNamespaceBackendTest {
  private static final String KEY =
      """
      project: my-project
      credentials: '{"type": "service_account", "client_email": "me@example.com", "private_key": "hush",
        "token_uri": "https://oauth2.googleapis.com/token"}'
      """;
  private static final String ALL =
      KEY
          + """
          region: europe-west4
          dns: {zone: lab, domain: lab.example.com, address: 192.0.2.7}
          pachyderm: {profile: small}
          """;

  private final GcpNamespaceBackend backend = new GcpNamespaceBackend();

  @Test
  void whatIsAroundPachydermIsAsItsPictureShows() throws IOException {
    // given
    Values values = backend.values(input(ALL));
    // when
    Picture.Run run =
        Picture.of(
            context -> GcpNamespaceBackend.register(values, "mine", 2, context),
            Map.of(
                "gcp:serviceaccount/account:Account",
                Map.of("email", "pach-mine@my-project.example", "name", "accounts/pach-mine"),
                "gcp:serviceAccount/account:Account",
                Map.of("email", "pach-mine@my-project.example", "name", "accounts/pach-mine")),
            Map.of());
    // then
    assertThat(run.picture())
        .isEqualTo(Picture.kept("gcp_namespace_only/everything.json", run.picture()));
    assertThat(run.output("GoogleAccount"))
        .isEqualTo("pach-mine@my-project.iam.gserviceaccount.com");
  }

  @Test
  void pachydermIsLedToTheBucketWhateverItsOwnValuesSay() {
    // given
    Values values = backend.values(input(ALL));
    // when
    Map<String, Object> told = backend.surroundings(values, "mine", 2);
    // then
    assertThat(told)
        .containsEntry("deployTarget", "GOOGLE")
        .containsEntry("domain", "lab.example.com");
    assertThat(Trees.find(told, "pachd.storage.google.bucket")).contains("pach-my-project-mine-2");
    assertThat(Trees.find(told, "pachd.worker.serviceAccount.additionalAnnotations"))
        .contains(
            Map.of(
                "iam.gke.io/gcp-service-account", "pach-mine@my-project.iam.gserviceaccount.com"));
    assertThat(backend.takesCluster()).isTrue();
    assertThat(backend.madeOnce(input(ALL))).isNotEmpty();
    assertThat(backend.footprint(input(ALL)).millicores()).isPositive();
  }

  @Test
  void whatCannotBeIsRefusedBeforeAnybodyIsAsked() {
    assertThat(problems(KEY + "dns: {zone: lab}"))
        .containsExactly(
            new Problem(
                "valuesYaml.dns.domain", "must be given together with dns.zone and dns.address"),
            new Problem(
                "valuesYaml.dns.address", "must be given together with dns.zone and dns.domain"));
    assertThat(problems(KEY + "pachyderm: {pachdd: {}}"))
        .containsExactly(
            new Problem("valuesYaml.pachyderm.pachdd", "is not known; did you mean \"pachd\"?"));
    assertThat(problems("project: P")).extracting(Problem::field).contains("valuesYaml.project");
  }

  private List<Problem> problems(String values) {
    return backend.validate(input(values)) instanceof Validated.Rejected rejected
        ? rejected.problems()
        : List.of();
  }

  private static BackendInput input(String values) {
    return new BackendInput(Map.of("pachdVersion", "2.4.4"), values);
  }
}
