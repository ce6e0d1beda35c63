package dev.helium.backends.product;

import com.pulumi.Config;
import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.helium.backends.BackendInput;
import java.util.ArrayList;
import java.util.List;

/** Registers the objects of a product: the namespace, then what pods need, then what makes pods. */
final class ProductProgram {
  private static final String PROJECT = "helium";

  private final ProductBackend backend;
  private final Context context;
  private final Setting setting;
  private final Registration registration;

  ProductProgram(ProductBackend backend, Context context) {
    this(backend, context, ProductConfiguration.input(context.config(PROJECT)));
  }

  /** The same with another input than the configuration's. */
  ProductProgram(ProductBackend backend, Context context, BackendInput input) {
    Config config = context.config(PROJECT);
    Values values = backend.values(input);
    this.backend = backend;
    this.context = context;
    this.setting =
        new Setting(
            config.require("id"),
            Long.parseLong(config.require("incarnation")),
            config.require("expiry"),
            values,
            SecretConfiguration.read(backend.allSecrets(values), config));
    this.registration = new Registration(config);
  }

  void run() {
    List<ObjectTree> objects = MarkedObjects.of(backend, setting);
    List<Resource> first =
        new ArrayList<>(List.of(registration.namespace(backend.namespace(setting))));
    first.addAll(register(objects, RegistrationOrder.CONFIGURATION, List.copyOf(first)));
    register(objects, RegistrationOrder.WORKLOADS, List.copyOf(first));
    backend.links(setting).forEach((name, link) -> context.export(name, Output.of(link)));
    context.export("K8sNamespace", Output.of(setting.namespace()));
  }

  private List<Resource> register(
      List<ObjectTree> objects, RegistrationOrder turn, List<Resource> after) {
    return objects.stream()
        .filter(object -> RegistrationOrder.of(object) == turn)
        .map(object -> registration.object(backend.logicalName(object), object, after))
        .toList();
  }
}
