package dev.helium.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One world for all tests of this JVM, with a receiver of its traces; shows what its processes said
 * when a test fails.
 */
public final class RunningWorld implements ParameterResolver, AfterTestExecutionCallback {
  /** A secret that every process of the world inherits in its environment. */
  static final String INHERITED = "planted-in-the-environment-7c0e5d";

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(RunningWorld.class);

  /** What is there for the tests. */
  private record Running(StoryWorld world, TraceReceiver traces) implements AutoCloseable {
    @Override
    public void close() {
      // Services tell their last spans while they stop.
      world.close();
      traces.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == StoryWorld.class || type == TraceReceiver.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Running running = running(context);
    return parameter.getParameter().getType() == StoryWorld.class
        ? running.world()
        : running.traces();
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      System.out.println(running(context).world().logs());
    }
  }

  private static Running running(ExtensionContext context) {
    // JUnit closes what is in the root store when all tests of the JVM are done.
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(Running.class, ignored -> start(), Running.class);
  }

  private static Running start() {
    try {
      TraceReceiver traces = TraceReceiver.start();
      return new Running(
          StoryWorld.start(
              Path.of(System.getProperty("helium.root")),
              Files.createTempDirectory("helium-story-"),
              RandomGenerator.getDefault(),
              Map.of(
                  "HELIUM_TRACES",
                  traces.address(),
                  "HELIUM_STORY_SECRET",
                  INHERITED,
                  "HELIUM_WEBHOOK_ALLOW",
                  "127.0.0.1")),
          traces);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
