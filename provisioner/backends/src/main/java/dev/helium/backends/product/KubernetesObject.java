package dev.helium.backends.product;

import com.pulumi.core.Output;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;
import java.util.List;

/** Any Kubernetes object as a resource of a stack, under the type that typed SDKs give it. */
public final class KubernetesObject extends CustomResource {
  /** Of the provider; what the typed SDK of this version asks for. */
  public static final String VERSION = "4.0.0";

  /** Of a secret; never in the stack's state in the clear. */
  private static final List<String> SECRET = List.of("data", "stringData");

  /**
   * @param logicalName by which the stack knows it
   */
  public KubernetesObject(String logicalName, ObjectTree object, CustomResourceOptions options) {
    this(logicalName, object, new KubernetesArguments(object), options);
  }

  /**
   * The same with inputs of another class, for objects that have any field at their top.
   *
   * @param arguments what is sent of the object
   */
  public KubernetesObject(
      String logicalName,
      ObjectTree object,
      ResourceArgs arguments,
      CustomResourceOptions options) {
    super(type(object), logicalName, arguments, options);
  }

  /** A field at the top of an object as the SDK takes it; null for nothing. */
  public static Output<Object> input(ObjectTree object, String field, Object value) {
    Object sent = Numbers.forSdk(value);
    if (sent == null) {
      return null;
    }
    return object.kind().equals("Secret") && SECRET.contains(field)
        ? Output.ofSecret(sent)
        : Output.of(sent);
  }

  private static String type(ObjectTree object) {
    String version = object.apiVersion();
    return "kubernetes:"
        + (version.contains("/") ? version : "core/" + version)
        + ":"
        + object.kind();
  }
}
