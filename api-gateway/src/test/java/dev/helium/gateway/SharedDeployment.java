package dev.helium.gateway;

import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One deployment for all classes that leave it as it is, from the first of them to the end of all
 * tests. Each makes workspaces under names of its own, which is looked at when it ends, and says
 * nothing of others in a list.
 */
final class SharedDeployment implements ParameterResolver, AfterAllCallback {
  private static final Namespace NAMESPACE = Namespace.create(SharedDeployment.class);

  /** What some class needs and no other minds. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "HELIUM_STREAM_HEARTBEAT", "PT1S",
          "HELIUM_STREAM_RECHECK", "PT1S",
          "HELIUM_STREAM_SUBSCRIBERS_EACH", Integer.toString(StreamTest.MOST_EACH),
          "HELIUM_STREAM_SUBSCRIBERS", Integer.toString(StreamTest.MOST_EACH + 1),
          "HELIUM_WEBHOOK_ALLOW", "127.0.0.1",
          "HELIUM_WEBHOOK_TIMEOUT", "PT20S",
          "HELIUM_WEBHOOK_RETRIES", "PT0.2S,PT0.2S,PT0.2S",
          "HELIUM_WEBHOOKS_PER_OWNER", Integer.toString(WebhooksTest.MOST_EACH));

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestDeployment.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return running(context).deployment;
  }

  @Override
  public void afterAll(ExtensionContext context) {
    running(context).noteNames(context.getRequiredTestClass().getSimpleName());
  }

  private static Running running(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(Running.class, ignored -> new Running(), Running.class);
  }

  /** Closed with the store that it is in. */
  private static final class Running implements AutoCloseable {
    private final OwnDirectory directory = new OwnDirectory();
    private final TestDeployment deployment = new TestDeployment(directory.path(), SETTINGS);
    private final Map<String, String> makers = new HashMap<>();
    private final Set<CommandId> seen = new HashSet<>();

    /** Fails when a class has made what another one has made. */
    void noteNames(String testClass) {
      for (Command command : deployment.provisioner.commands()) {
        if (command instanceof Command.Create && seen.add(command.id())) {
          String name = command.workspace().value();
          String first = makers.putIfAbsent(name, testClass);
          if (first != null && !first.equals(testClass)) {
            throw new AssertionError(
                "%s makes %s, as %s does; each has names of its own"
                    .formatted(testClass, name, first));
          }
        }
      }
    }

    @Override
    public void close() {
      deployment.close();
      directory.close();
    }
  }
}
