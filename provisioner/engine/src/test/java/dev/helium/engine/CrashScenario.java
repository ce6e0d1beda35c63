package dev.helium.engine;

import com.pulumi.Context;
import com.pulumi.automation.AutomationException;
import com.pulumi.automation.WorkspaceStack;
import com.pulumi.kubernetes.core.v1.Namespace;
import com.pulumi.kubernetes.core.v1.Secret;
import com.pulumi.kubernetes.core.v1.SecretArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What a run that is killed was doing: from which program to which. */
enum CrashScenario {
  /** Everything is created. */
  CREATE,
  /** One object is changed, one is new, one is no longer wanted. */
  UPDATE,
  /** Two objects are replaced: the new one first, and the old one first. */
  REPLACE,
  /** Everything is removed. */
  DESTROY;

  /** Makes what the run finds. */
  void prepare(WorkspaceStack stack) throws AutomationException {
    if (this != CREATE) {
      stack.up();
    }
  }

  /** The run itself. */
  void run(WorkspaceStack stack) throws AutomationException {
    if (this == DESTROY) {
      stack.destroy();
    } else {
      stack.up();
    }
  }

  /** A few more than there are between two records of the run's journal. */
  int moments() {
    return switch (this) {
      case CREATE -> 26;
      case UPDATE -> 15;
      case REPLACE -> 17;
      case DESTROY -> 19;
    };
  }

  /** The program before the run. */
  Consumer<Context> before(String namespace) {
    return program(namespace, Map.of("a", "1", "b", "2"), "helium.dev/first");
  }

  /** The program that the run makes true. */
  Consumer<Context> after(String namespace) {
    return program(namespace, contents(), type());
  }

  /** The config maps there must be in the end. */
  Map<String, String> contents() {
    return switch (this) {
      case CREATE, REPLACE, DESTROY -> Map.of("a", "1", "b", "2");
      case UPDATE -> Map.of("a", "changed", "c", "3");
    };
  }

  /** The type that both secrets must have in the end. */
  String type() {
    return this == REPLACE ? "helium.dev/second" : "helium.dev/first";
  }

  /** A namespace with these config maps and two secrets of a type. */
  static Consumer<Context> program(String namespace, Map<String, String> contents, String type) {
    return context -> {
      var space = Programs.namespace(namespace);
      new TreeMap<>(contents).forEach((name, content) -> Programs.configMap(space, name, content));
      secret("named", space, ObjectMetaArgs.builder().name("named"), type);
      secret("auto", space, ObjectMetaArgs.builder(), type);
    };
  }

  private static void secret(
      String resource, Namespace space, ObjectMetaArgs.Builder metadata, String type) {
    new Secret(
        resource,
        SecretArgs.builder()
            .metadata(metadata.namespace(Programs.name(space)).build())
            .type(type)
            .stringData(Map.of("key", "value"))
            .build());
  }

  /** The resources there must be in the end, as URNs without the part that all share. */
  List<String> urns() {
    var urns = new ArrayList<String>();
    contents().keySet().forEach(name -> urns.add("kubernetes:core/v1:ConfigMap::" + name));
    urns.add("kubernetes:core/v1:Secret::named");
    urns.add("kubernetes:core/v1:Secret::auto");
    urns.add("kubernetes:core/v1:Namespace::space");
    urns.add("pulumi:providers:kubernetes::default_4_0_0");
    return urns;
  }
}
