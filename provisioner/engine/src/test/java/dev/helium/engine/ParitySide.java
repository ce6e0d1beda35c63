package dev.helium.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.pulumi.automation.AutomationException;
import com.pulumi.automation.DestroyOptions;
import com.pulumi.automation.LocalWorkspace;
import com.pulumi.automation.LocalWorkspaceOptions;
import com.pulumi.automation.PreviewOptions;
import com.pulumi.automation.RefreshOptions;
import com.pulumi.automation.UpOptions;
import com.pulumi.automation.WorkspaceStack;
import com.pulumi.automation.events.EngineEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One engine at work on the programs of a case. */
final class ParitySide {
  private final LocalWorkspaceOptions options;
  private final String stack;
  private final String namespace;

  /** An engine, given by the options, with a stack and a namespace of its own. */
  ParitySide(LocalWorkspaceOptions options, String stack, String namespace) {
    this.options = options;
    this.stack = stack;
    this.namespace = namespace;
  }

  /**
   * What came of one command.
   *
   * @param failed whether it failed
   * @param plan the operations on each resource other than {@code same}, by {@code type::name}
   * @param deployment what is recorded, without what differs by nature
   */
  record Outcome(boolean failed, Map<String, List<String>> plan, JsonNode deployment) {}

  Outcome run(ParityCase.Step step) throws AutomationException {
    var workspace =
        LocalWorkspace.createOrSelectStack(
            Stacks.PROJECT, stack, step.program().apply(namespace), options);
    var events = new ArrayList<EngineEvent>();
    var failed = false;
    try {
      perform(step, workspace, events);
    } catch (AutomationException failure) {
      failed = true;
      if (!step.fails()) {
        throw failure;
      }
    }
    var deployment = workspace.workspace().exportStack(stack).deployment();
    return new Outcome(failed, plan(events), new Normalization(namespace).of(deployment));
  }

  private static void perform(
      ParityCase.Step step, WorkspaceStack workspace, List<EngineEvent> events)
      throws AutomationException {
    switch (step.action()) {
      case UP -> workspace.up(UpOptions.builder().onEvent(events::add).build());
      case PREVIEW -> workspace.preview(PreviewOptions.builder().onEvent(events::add).build());
      case REFRESH -> workspace.refresh(RefreshOptions.builder().onEvent(events::add).build());
      case DESTROY -> workspace.destroy(DestroyOptions.builder().onEvent(events::add).build());
    }
  }

  private static Map<String, List<String>> plan(List<EngineEvent> events) {
    var plan = new TreeMap<String, List<String>>();
    for (var event : events) {
      if (event.resourcePreEvent() != null) {
        var metadata = event.resourcePreEvent().metadata();
        var operation = metadata.op().name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (!operation.equals("same")) {
          var urn = metadata.urn().split("::", 4);
          plan.computeIfAbsent(urn[2] + "::" + urn[3], key -> new ArrayList<>()).add(operation);
        }
      }
    }
    return plan;
  }
}
