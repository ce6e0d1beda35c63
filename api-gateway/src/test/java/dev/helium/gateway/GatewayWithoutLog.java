package dev.helium.gateway;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One gateway, whose log is not there, for all classes that ask nothing of a log. */
final class GatewayWithoutLog implements ParameterResolver {
  /** Where no broker is. */
  static final String NOWHERE = "127.0.0.1:1";

  private static final Namespace NAMESPACE = Namespace.create(GatewayWithoutLog.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestGateway.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(Running.class, ignored -> new Running(), Running.class)
        .gateway;
  }

  /** Closed with the store that it is in. */
  private static final class Running implements AutoCloseable {
    private final OwnDirectory directory = new OwnDirectory();
    private final TestGateway gateway = TestGateway.start(NOWHERE, directory.path(), Map.of());

    @Override
    public void close() {
      gateway.close();
      directory.close();
    }
  }
}
