package dev.helium.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One world for all tests of this JVM; shows what its processes said when a test fails. */
final class RunningWorld implements ParameterResolver, AfterTestExecutionCallback {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(RunningWorld.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == StoryWorld.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return world(context);
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      System.out.println(world(context).logs());
    }
  }

  private static StoryWorld world(ExtensionContext context) {
    // JUnit closes what is in the root store when all tests of the JVM are done.
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(StoryWorld.class, ignored -> start(), StoryWorld.class);
  }

  private static StoryWorld start() {
    try {
      return StoryWorld.start(
          Path.of(System.getProperty("helium.root")),
          Files.createTempDirectory("helium-story-"),
          RandomGenerator.getDefault());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
