package dev.helium.cluster.junit;

import dev.helium.cluster.LocalCluster;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link TestCluster}, or its {@link LocalCluster}, as a parameter. The first that
 * asks starts it, everyone in the JVM shares it, and it is stopped and deleted after the last test.
 */
public final class ClusterExtension implements ParameterResolver {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(ClusterExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == TestCluster.class || type == LocalCluster.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    // JUnit closes what is in the root store when all tests of the JVM are done.
    TestCluster cluster =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .computeIfAbsent(TestCluster.class, _ -> TestCluster.start(), TestCluster.class);
    return parameter.getParameter().getType() == TestCluster.class ? cluster : cluster.cluster();
  }
}
