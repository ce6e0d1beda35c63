package dev.helium.broker.junit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link TestBroker} as a parameter, each time as empty as a new one. The first that
 * asks starts it, everyone in the JVM shares it, and it is stopped and deleted after the last test.
 */
public final class BrokerExtension implements ParameterResolver {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(BrokerExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestBroker.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    // JUnit closes what is in the root store when all tests of the JVM are done.
    TestBroker broker =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .computeIfAbsent(TestBroker.class, _ -> TestBroker.start(), TestBroker.class);
    broker.clear();
    return broker;
  }
}
