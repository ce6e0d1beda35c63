package dev.helium.backends.amazon;

import com.pulumi.aws.ProviderArgs;
import com.pulumi.core.Output;
import dev.helium.backends.Problem;
import dev.helium.backends.product.Values;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a program signs in: with an access key that is given, or as the provisioner does. */
public final class AmazonSignIn {
  private static final String KEY = "accessKeyId";
  private static final String SECRET = "secretAccessKey";
  private static final String TOKEN = "sessionToken";
  private static final Set<String> VARIABLES =
      Set.of(
          "AWS_ACCESS_KEY_ID",
          "AWS_PROFILE",
          "AWS_WEB_IDENTITY_TOKEN_FILE",
          "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
          "AWS_CONTAINER_CREDENTIALS_FULL_URI");

  private AmazonSignIn() {}

  /**
   * What keeps a program from signing in; asks nobody.
   *
   * @param environment of the process
   */
  public static List<Problem> broken(Values values, Map<String, String> environment) {
    if (values.has(KEY) != values.has(SECRET)) {
      String missing = values.has(KEY) ? SECRET : KEY;
      return List.of(
          new Problem(missing, "must be given with " + (values.has(KEY) ? KEY : SECRET)));
    }
    if (!values.has(KEY) && values.has(TOKEN)) {
      return List.of(new Problem(TOKEN, "must be given with " + KEY + " or not at all"));
    }
    return values.has(KEY) || isAmbient(environment)
        ? List.of()
        : List.of(
            new Problem(
                KEY, "must be given: the provisioner has no credentials of its own for AWS"));
  }

  static void add(ProviderArgs.Builder arguments, Values values) {
    if (values.has(KEY)) {
      arguments
          .accessKey(Output.ofSecret(values.text(KEY)))
          .secretKey(Output.ofSecret(values.text(SECRET)));
    }
    if (values.has(TOKEN)) {
      arguments.token(Output.ofSecret(values.text(TOKEN)));
    }
  }

  private static boolean isAmbient(Map<String, String> environment) {
    return VARIABLES.stream().anyMatch(name -> !environment.getOrDefault(name, "").isBlank())
        || Files.isRegularFile(
            Path.of(environment.getOrDefault("HOME", "/nonexistent"), ".aws/credentials"));
  }
}
