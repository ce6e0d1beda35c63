package dev.helium.engine;

import static dev.helium.engine.ParityCase.destroy;
import static dev.helium.engine.ParityCase.preview;
import static dev.helium.engine.ParityCase.up;
import static dev.helium.engine.ParityPlans.PROVIDER;
import static dev.helium.engine.ParityPlans.STACK;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.kubernetes.core.v1.ConfigMap;
import com.pulumi.kubernetes.core.v1.ConfigMapArgs;
import com.pulumi.kubernetes.core.v1.ConfigMapPatch;
import com.pulumi.kubernetes.core.v1.ConfigMapPatchArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaPatchArgs;
import com.pulumi.resources.CustomResourceOptions;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What someone else made: imported, read, and changed in part. */
final class ParityImports {
  private static final String TAKEN = "kubernetes:core/v1:ConfigMap::taken";
  private static final String SEEN = "kubernetes:core/v1:ConfigMap::seen";
  private static final String PATCH = "kubernetes:core/v1:ConfigMapPatch::patch";

  private ParityImports() {}

  static Stream<ParityCase> cases() {
    return Stream.of(
        ParityCase.of(
            "imports what is there",
            preview(plan("create", TAKEN, "import"), ParityImports::imports)
                .after(ParityImports::make),
            up(plan("create", TAKEN, "import"), ParityImports::imports),
            up(Map.of(), ParityImports::imports),
            destroy(plan("delete", TAKEN, "delete"))),
        ParityCase.of(
            "reads what it does not manage",
            up(plan("create", SEEN, "read"), ParityImports::reads).after(ParityImports::make),
            up(Map.of(SEEN, List.of("read")), ParityImports::reads),
            destroy(plan("delete", SEEN, "read-discard"))),
        ParityCase.of(
            "changes a part and gives it back",
            up(plan("create", PATCH, "create"), ParityImports::patches).after(ParityImports::make),
            up(Map.of(), ParityImports::patches),
            destroy(plan("delete", PATCH, "delete"))));
  }

  private static Map<String, List<String>> plan(String all, String resource, String operation) {
    return Map.of(STACK, List.of(all), PROVIDER, List.of(all), resource, List.of(operation));
  }

  private static void make(KubernetesClient client, String namespace) {
    client
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build())
        .create();
    client
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withName("there")
                .withNamespace(namespace)
                .endMetadata()
                .addToData("content", "1")
                .build())
        .create();
  }

  private static Consumer<Context> imports(String namespace) {
    return context ->
        new ConfigMap(
            "taken",
            ConfigMapArgs.builder()
                .metadata(ObjectMetaArgs.builder().name("there").namespace(namespace).build())
                .data(Map.of("content", "1"))
                .build(),
            CustomResourceOptions.builder().importId(namespace + "/there").build());
  }

  private static Consumer<Context> reads(String namespace) {
    return context -> {
      var seen = ConfigMap.get("seen", Output.of(namespace + "/there"), null);
      context.export("content", seen.data().applyValue(data -> data.get("content")));
    };
  }

  private static Consumer<Context> patches(String namespace) {
    return context ->
        new ConfigMapPatch(
            "patch",
            ConfigMapPatchArgs.builder()
                .metadata(ObjectMetaPatchArgs.builder().name("there").namespace(namespace).build())
                .data(Map.of("more", "2"))
                .build());
  }
}
