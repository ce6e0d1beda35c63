package dev.helium.backends.namespace;

import com.pulumi.Context;
import dev.helium.backends.Backend;
import dev.helium.backends.BackendInput;
import dev.helium.backends.ConfigEntry;
import dev.helium.backends.ParameterSpec;
import dev.helium.backends.Validated;
import dev.helium.backends.values.ValuesReader;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A namespace of one's own with a small web workload. */
public final class NamespaceBackend implements Backend {
  @Override
  public String name() {
    return "namespace";
  }

  @Override
  public String description() {
    return "A namespace with quota, limits and closed doors, and a small web workload in it.";
  }

  @Override
  public List<ParameterSpec> parameters() {
    return NamespaceValues.PARAMETERS;
  }

  @Override
  public Validated validate(BackendInput input) {
    ValuesReader reader = new ValuesReader(input.valuesYaml());
    NamespaceValues.from(reader);
    return reader.problems().isEmpty()
        ? new Validated.Accepted(
            Map.of(NamespaceProgram.VALUES, new ConfigEntry(input.valuesYaml(), true)))
        : new Validated.Rejected(reader.problems());
  }

  @Override
  public Consumer<Context> program() {
    return context -> new NamespaceProgram(context).run();
  }
}
