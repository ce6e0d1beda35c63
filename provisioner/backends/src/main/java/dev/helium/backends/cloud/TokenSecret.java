package dev.helium.backends.cloud;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;
import dev.helium.backends.product.ObjectTree;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** A secret that the cluster fills with the token of an account, and that is waited for. */
final class TokenSecret extends CustomResource {
  @Export(
      name = "data",
      refs = {Map.class, String.class},
      tree = "[0,1,1]")
  private Output<Map<String, String>> data;

  TokenSecret(String name, ObjectTree secret, CustomResourceOptions options) {
    super("kubernetes:core/v1:Secret", name, new Arguments(secret), options);
  }

  Output<String> token() {
    return data.applyValue(
        fields ->
            new String(Base64.getDecoder().decode(fields.get("token")), StandardCharsets.US_ASCII));
  }

  // The SDK reads the fields by reflection.
  @SuppressWarnings("UnusedVariable")
  private static final class Arguments extends ResourceArgs {
    @Import(name = "apiVersion")
    private final Output<Object> apiVersion;

    @Import(name = "kind")
    private final Output<Object> kind;

    @Import(name = "metadata")
    private final Output<Object> metadata;

    @Import(name = "type")
    private final Output<Object> type;

    private Arguments(ObjectTree secret) {
      this.apiVersion = Output.of(secret.tree().get("apiVersion"));
      this.kind = Output.of(secret.tree().get("kind"));
      this.metadata = Output.of(secret.tree().get("metadata"));
      this.type = Output.of(secret.tree().get("type"));
    }
  }
}
