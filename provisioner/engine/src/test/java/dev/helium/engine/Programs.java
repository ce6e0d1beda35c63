package dev.helium.engine;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.kubernetes.core.v1.ConfigMap;
import com.pulumi.kubernetes.core.v1.ConfigMapArgs;
import com.pulumi.kubernetes.core.v1.Namespace;
import com.pulumi.kubernetes.core.v1.NamespaceArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import java.util.Map;
import java.util.function.Consumer;

/** Programs that tests run. */
final class Programs {
  private Programs() {}

  /** A namespace with config maps in it, by name and content. */
  static Consumer<Context> configMaps(String namespace, Map<String, String> contents) {
    return context -> {
      var made = namespace(namespace);
      contents.forEach((name, content) -> configMap(made, name, content));
      context.export("namespace", name(made));
    };
  }

  /** A namespace whose deletion nobody waits for. */
  static Namespace namespace(String name) {
    return new Namespace(
        "space",
        NamespaceArgs.builder()
            .metadata(
                ObjectMetaArgs.builder()
                    .name(name)
                    .annotations(Map.of("pulumi.com/skipAwait", "true"))
                    .build())
            .build());
  }

  static ConfigMap configMap(Namespace namespace, String name, String content) {
    return new ConfigMap(
        name,
        ConfigMapArgs.builder()
            .metadata(ObjectMetaArgs.builder().name(name).namespace(name(namespace)).build())
            .data(Map.of("content", content))
            .build());
  }

  /** A config map in a namespace that is there already. */
  static ConfigMap configMap(String namespace, String name, Output<String> content) {
    return new ConfigMap(
        name,
        ConfigMapArgs.builder()
            .metadata(ObjectMetaArgs.builder().name(name).namespace(namespace).build())
            .data(content.applyValue(text -> Map.of("content", text)))
            .build());
  }

  /** A config map whose name in the program and in the cluster differ. */
  static ConfigMap configMap(String namespace, String resource, String name, String content) {
    return new ConfigMap(
        resource,
        ConfigMapArgs.builder()
            .metadata(ObjectMetaArgs.builder().name(name).namespace(namespace).build())
            .data(Map.of("content", content))
            .build());
  }

  static Output<String> name(Namespace namespace) {
    return namespace.metadata().applyValue(metadata -> metadata.name().orElseThrow());
  }
}
