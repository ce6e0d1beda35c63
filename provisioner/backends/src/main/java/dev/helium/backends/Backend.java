package dev.helium.backends;

import com.pulumi.Context;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A kind of workspace: what it takes, the program that makes it, and what comes out. */
public interface Backend {
  String name();

  /** What it makes, in one sentence. */
  String description();

  List<ParameterSpec> parameters();

  /** Checks an input against every rule at once. Never blocks. */
  Validated validate(BackendInput input);

  /** The program, which reads nothing but the stack's configuration. */
  Consumer<Context> program();

  /** The stack's outputs in the terms of the API; what is not known is left out. */
  default Map<String, String> outputs(Map<String, String> stackOutputs) {
    return stackOutputs;
  }
}
