package dev.helium.engine;

import com.pulumi.Context;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Programs that are run one after the other on one stack, each with the plan it must have on every
 * engine.
 */
record ParityCase(String name, List<Step> steps) {
  ParityCase {
    steps = List.copyOf(steps);
  }

  static ParityCase of(String name, Step... steps) {
    return new ParityCase(name, List.of(steps));
  }

  /** What is asked for. */
  enum Action {
    UP,
    PREVIEW,
    REFRESH,
    DESTROY
  }

  /**
   * One command.
   *
   * @param program the program for a namespace
   * @param fails whether the command must fail
   * @param plan what must be done to each resource other than {@code same}, by {@code type::name}
   * @param meanwhile what someone else does to the namespace before
   */
  record Step(
      Action action,
      boolean fails,
      Function<String, Consumer<Context>> program,
      Map<String, List<String>> plan,
      BiConsumer<KubernetesClient, String> meanwhile) {
    Step {
      plan = new TreeMap<>(plan);
    }

    private Step(
        Action action,
        Function<String, Consumer<Context>> program,
        Map<String, List<String>> plan) {
      this(action, false, program, plan, (client, namespace) -> {});
    }

    Step failing() {
      return new Step(action, true, program, plan, meanwhile);
    }

    Step after(BiConsumer<KubernetesClient, String> event) {
      return new Step(action, fails, program, plan, event);
    }
  }

  static Step up(Map<String, List<String>> plan, Function<String, Consumer<Context>> program) {
    return new Step(Action.UP, program, plan);
  }

  static Step preview(Map<String, List<String>> plan, Function<String, Consumer<Context>> program) {
    return new Step(Action.PREVIEW, program, plan);
  }

  static Step refresh(Map<String, List<String>> plan) {
    return new Step(Action.REFRESH, namespace -> context -> {}, plan);
  }

  static Step destroy(Map<String, List<String>> plan) {
    return new Step(Action.DESTROY, namespace -> context -> {}, plan);
  }

  @Override
  public String toString() {
    return name;
  }
}
