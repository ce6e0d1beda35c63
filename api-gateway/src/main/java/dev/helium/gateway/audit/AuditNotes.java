package dev.helium.gateway.audit;

import dev.helium.domain.CommandId;
import dev.helium.domain.WorkspaceId;
import io.vertx.ext.web.RoutingContext;

/** What an operation finds out about its request and the audit should know. */
public final class AuditNotes {
  private static final String COMMAND = "helium.audit.command";
  private static final String WORKSPACE = "helium.audit.workspace";
  private static final String ASKED = "helium.audit.asked";

  private AuditNotes() {}

  /** The command that the request becomes. */
  public static void command(RoutingContext context, CommandId command) {
    context.put(COMMAND, command.value());
  }

  /** The workspace that it is about, where the path does not name it. */
  public static void workspace(RoutingContext context, WorkspaceId workspace) {
    context.put(WORKSPACE, workspace.value());
  }

  /** Has a request noted although it only reads: it is how somebody signs in. */
  public static void ask(RoutingContext context) {
    context.put(ASKED, true);
  }

  static boolean isAsked(RoutingContext context) {
    return context.get(ASKED) != null;
  }

  static String command(RoutingContext context) {
    return context.get(COMMAND, "");
  }

  /** Empty when it is about none, or about what cannot be one. */
  static String workspace(RoutingContext context) {
    String noted = context.get(WORKSPACE);
    if (noted != null) {
      return noted;
    }
    String named = context.pathParam("id");
    try {
      return named == null ? "" : new WorkspaceId(named).value();
    } catch (IllegalArgumentException notAName) {
      return "";
    }
  }
}
