package dev.helium.backends.product;

import com.pulumi.Context;
import dev.helium.backends.Backend;
import dev.helium.backends.BackendInput;
import dev.helium.backends.Manifest;
import dev.helium.backends.Problem;
import dev.helium.backends.Validated;
import dev.helium.backends.values.ValuesFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A backend with a program of its own that is given values: the same ones that were held against
 * its schema and its rules at the request. Thread-safe, as long as what is abstract here is.
 */
public abstract class ValuesBackend implements Backend {
  private static final String PROJECT = "helium";

  private final Manifest manifest;
  private final ValuesPlan plan;

  /** Its manifest stands beside the class. */
  protected ValuesBackend() {
    this.manifest = Manifest.beside(getClass());
    this.plan = new ValuesPlan(manifest);
  }

  /** Paths of what has to be given, where a schema alone would refuse its own defaults. */
  protected List<String> required() {
    return List.of();
  }

  /** Rules between values that a schema cannot tell; each problem names the value's path. */
  protected List<Problem> check(Values values) {
    return List.of();
  }

  /** Registers resources and puts out what comes of them. */
  protected abstract void run(Values values, Context context);

  @Override
  public final Manifest manifest() {
    return manifest;
  }

  @Override
  public final Validated validate(BackendInput input) {
    ValuesPlan.Result result = plan.of(input);
    List<Problem> problems = new ArrayList<>(result.problems());
    if (result.problems().isEmpty()) {
      problems.addAll(broken(result.values()));
    }
    return problems.isEmpty()
        ? new Validated.Accepted(ProductConfiguration.of(input))
        : new Validated.Rejected(problems);
  }

  @Override
  public final Consumer<Context> program() {
    return context -> run(values(ProductConfiguration.input(context.config(PROJECT))), context);
  }

  /**
   * What counts for an input that was accepted.
   *
   * @throws IllegalStateException when it breaks a rule, naming fields and no values
   */
  public final Values values(BackendInput input) {
    ValuesPlan.Result result = plan.of(input);
    if (!result.problems().isEmpty()) {
      throw new IllegalStateException(
          "the values are not taken: " + result.problems().stream().map(Problem::field).toList());
    }
    return result.values();
  }

  /** A value of the infrastructure file is called by that. */
  private List<Problem> broken(Values values) {
    List<Problem> missing =
        required().stream()
            .filter(path -> !values.has(path))
            .map(path -> new Problem(field(path), "must be given"))
            .toList();
    if (!missing.isEmpty()) {
      return missing;
    }
    try {
      return check(values).stream()
          .map(problem -> new Problem(field(problem.field()), problem.rule()))
          .toList();
    } catch (ValueException lacking) {
      return List.of(new Problem(field(lacking.path()), lacking.rule()));
    }
  }

  private static String field(String path) {
    String infrastructure = ValuesPlan.INFRASTRUCTURE + ".";
    return path.startsWith(infrastructure)
        ? ValuesPlan.INFRASTRUCTURE_FIELD + "." + path.substring(infrastructure.length())
        : ValuesFile.FIELD + "." + path;
  }
}
