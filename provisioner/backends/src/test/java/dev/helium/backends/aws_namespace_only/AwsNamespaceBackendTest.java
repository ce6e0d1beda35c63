package dev.helium.backends.aws_namespace_only;

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

final class AwsNamespaceBackendTest {
  private static final String KEY =
      """
      identityProvider: arn:aws:iam::123456789012:oidc-provider/oidc.eks.eu-central-1.amazonaws.com/id/ABCDEF0123456789
      accessKeyId: AKIAABCDEFGHIJKLMNOP
      secretAccessKey: hush
      """;
  private static final String ALL =
      KEY
          + """
          region: eu-central-1
          dns: {zone: Z0123456789, domain: lab.example.com, address: balancer.example.com}
          pachyderm: {profile: small}
          """;

  private final AwsNamespaceBackend backend = new AwsNamespaceBackend();

  @Test
  void whatIsAroundPachydermIsAsItsPictureShows() throws IOException {
    // given
    Values values = backend.values(input(ALL));
    // when
    Picture.Run run =
        Picture.of(
            context -> AwsNamespaceBackend.register(values, "mine", 2, context),
            Map.of("aws:s3/bucketV2:BucketV2", Map.of("arn", "arn:aws:s3:::mine")),
            Map.of());
    // then
    assertThat(run.picture())
        .isEqualTo(Picture.kept("aws_namespace_only/everything.json", run.picture()));
    assertThat(run.output("S3Bucket")).isEqualTo("pach-123456789012-mine-2");
    assertThat(run.output("Role")).isEqualTo("arn:aws:iam::123456789012:role/pach-mine-2");
  }

  @Test
  void pachydermIsLedToTheBucketWhateverItsOwnValuesSay() {
    // when
    Map<String, Object> told = backend.surroundings(backend.values(input(ALL)), "mine", 2);
    // then
    assertThat(told).containsEntry("deployTarget", "AMAZON");
    assertThat(Trees.find(told, "pachd.storage.amazon"))
        .contains(Map.of("bucket", "pach-123456789012-mine-2", "region", "eu-central-1"));
    assertThat(Trees.find(told, "pachd.serviceAccount.additionalAnnotations"))
        .contains(
            Map.of("eks.amazonaws.com/role-arn", "arn:aws:iam::123456789012:role/pach-mine-2"));
  }

  @Test
  void whatCannotBeIsRefusedBeforeAnybodyIsAsked() {
    assertThat(problems(ALL)).isEmpty();
    assertThat(problems(KEY.replace("secretAccessKey: hush\n", "")))
        .containsExactly(
            new Problem("valuesYaml.secretAccessKey", "must be given with accessKeyId"));
    assertThat(problems(KEY + "pachyderm: {pachdd: {}}"))
        .containsExactly(
            new Problem("valuesYaml.pachyderm.pachdd", "is not known; did you mean \"pachd\"?"));
    assertThat(problems(KEY.replace("arn:aws", "arn:gcp")))
        .extracting(Problem::field)
        .containsExactly("valuesYaml.identityProvider");
  }

  private List<Problem> problems(String values) {
    return backend.validate(input(values)) instanceof Validated.Rejected rejected
        ? rejected.problems()
        : List.of();
  }

  private static BackendInput input(String values) {
    return new BackendInput(Map.of(), values);
  }
}
