package dev.helium.provisioner.benchmark;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.WorkspaceStack;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The same objects made by a bare client, one after the other. */
final class Floor implements AutoCloseable {
  private static final Pattern WHOLE_NUMBER = Pattern.compile("\\b(\\d+)\\.0\\b");

  private final KubernetesClient client;
  private final List<String> objects;
  private final String name;

  /** A client that makes the objects of a stack, given under the stack's name, under others. */
  Floor(Path kubeconfig, WorkspaceStack stack, String name) throws AutomationException {
    this.client =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(kubeconfig.toFile()))
            .build();
    this.name = name;
    this.objects = objects(stack.workspace().exportStack(name).deployment());
  }

  void create(String other) {
    for (var object : objects) {
      client.resource(object.replace(name, other)).create();
    }
  }

  /** The same by server-side apply, as the engine makes them, which costs the cluster more. */
  void apply(String other) {
    for (var object : objects) {
      client.resource(object.replace(name, other)).serverSideApply();
    }
  }

  private static List<String> objects(Map<String, Object> deployment) {
    var objects = new ArrayList<String>();
    if (deployment.get("resources") instanceof List<?> resources) {
      for (var resource : resources) {
        if (resource instanceof Map<?, ?> fields
            && fields.get("type").toString().startsWith("kubernetes:")) {
          // Whole numbers come out of the export as decimals, which the API server refuses.
          var json = Serialization.asJson(fields.get("inputs"));
          objects.add(WHOLE_NUMBER.matcher(json).replaceAll("$1"));
        }
      }
    }
    return objects;
  }

  @Override
  public void close() {
    client.close();
  }
}
