package dev.helium.browser.junit;

import com.microsoft.playwright.Page;
import dev.helium.browser.Chromium;
import dev.helium.browser.Programs;
import dev.helium.browser.Tab;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link Chromium} as a parameter, which all of a JVM share. A test that passes also
 * fails when one of its pages complained, and one that fails leaves pictures of its pages in {@code
 * target/pages/failed}. Where there is no Chromium, each test is skipped.
 */
public final class RealBrowser
    implements ExecutionCondition,
        ParameterResolver,
        AfterTestExecutionCallback,
        AfterEachCallback {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(RealBrowser.class);
  private static final Path PICTURES = Path.of("target", "pages", "failed");

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    boolean skipped = context.getTestMethod().isPresent() && Programs.chromium().isEmpty();
    return skipped
        ? ConditionEvaluationResult.disabled("no Chromium on PATH: pages are not looked at")
        : ConditionEvaluationResult.enabled("there is a Chromium, or it is not asked for yet");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Chromium.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return chromium(context);
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    List<Tab> tabs = started(context).map(Chromium::tabs).orElse(List.of());
    if (context.getExecutionException().isEmpty()) {
      tabs.forEach(Tab::requireClean);
      return;
    }
    int number = 0;
    for (Tab tab : tabs) {
      number++;
      String name = context.getRequiredTestMethod().getName() + "-" + number;
      System.out.println(name + " was at " + tab.page().url() + " " + tab.complaints());
      tab.page()
          .screenshot(
              new Page.ScreenshotOptions()
                  .setFullPage(true)
                  .setPath(PICTURES.resolve(name + ".png")));
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    started(context).ifPresent(Chromium::closeTabs);
  }

  private static Optional<Chromium> started(ExtensionContext context) {
    return Optional.ofNullable(
        context.getRoot().getStore(NAMESPACE).get(Chromium.class, Chromium.class));
  }

  private static Chromium chromium(ExtensionContext context) {
    // JUnit closes what is in the root store when all tests of the JVM are done.
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(
            Chromium.class,
            ignored -> Chromium.start(Programs.chromium().orElseThrow()),
            Chromium.class);
  }
}
