package dev.helium.engine.run;

import dev.helium.engine.state.StackReference;

/** Makes the names of resources as Pulumi makes them. */
final class Urns {
  static final String STACK_TYPE = "pulumi:pulumi:Stack";

  private Urns() {}

  /** The URN of a resource; the parent's is empty for the stack itself. */
  static String of(StackReference stack, String parent, String type, String name) {
    var parentType = parent.isEmpty() ? "" : qualifiedType(parent);
    var qualified =
        parentType.isEmpty() || parentType.equals(STACK_TYPE) ? type : parentType + "$" + type;
    return "urn:pulumi:" + stack.stack() + "::" + stack.project() + "::" + qualified + "::" + name;
  }

  /** The stack's own resource. */
  static String root(StackReference stack) {
    return of(stack, "", STACK_TYPE, stack.project() + "-" + stack.stack());
  }

  /** The name within the stack and type; it may itself contain colons. */
  static String name(String urn) {
    return urn.split("::", 4)[3];
  }

  /** The type, without those of its parents. */
  static String type(String urn) {
    String qualified = qualifiedType(urn);
    return qualified.substring(qualified.lastIndexOf('$') + 1);
  }

  /** The type behind those of its parents. */
  static String qualifiedType(String urn) {
    return urn.split("::", 4)[2];
  }
}
