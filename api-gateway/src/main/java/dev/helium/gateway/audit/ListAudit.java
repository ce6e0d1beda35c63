package dev.helium.gateway.audit;

import dev.helium.domain.AuditEntry;
import dev.helium.domain.FieldError;
import dev.helium.domain.WorkspaceId;
import dev.helium.gateway.http.Answers;
import dev.helium.gateway.http.Numbers;
import dev.helium.gateway.http.Problem;
import dev.helium.log.AuditArchive;
import dev.helium.log.AuditPage;
import dev.helium.log.AuditPlace;
import dev.helium.log.AuditQuery;
import dev.helium.log.LogUnavailableException;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who asked for what, the newest first, page by page. */
public final class ListAudit implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(ListAudit.class);
  private static final int DEFAULT = 100;
  private static final int RETRY_SECONDS = 5;

  private final AuditArchive archive;

  public ListAudit(AuditArchive archive) {
    this.archive = archive;
  }

  @Override
  public void handle(RoutingContext context) {
    AuditQuery query = query(context.queryParams());
    archive
        .read(query)
        .recover(ListAudit::unavailable)
        .map(page -> json(page, query))
        .onSuccess(body -> Answers.json(context, 200, body))
        .onFailure(context::fail);
  }

  private static AuditQuery query(MultiMap parameters) {
    List<FieldError> errors = new ArrayList<>();
    long limit =
        Numbers.read("limit", parameters.get("limit"), 1, AuditQuery.MOST, DEFAULT, errors);
    String workspace = Optional.ofNullable(parameters.get("workspace")).orElse("");
    String who = Optional.ofNullable(parameters.get("who")).orElse("");
    Optional<AuditPlace> after =
        parameters.contains("after")
            ? AuditPlace.parse(parameters.get("after"))
            : Optional.of(AuditPlace.NEWEST);
    if (after.isEmpty()) {
      errors.add(new FieldError("after", "must be what the page before named in Next"));
    }
    if (!workspace.isEmpty() && !isName(workspace)) {
      errors.add(new FieldError("workspace", WorkspaceId.RULE));
    }
    if (who.length() > AuditEntry.LONGEST) {
      errors.add(new FieldError("who", "must have at most " + AuditEntry.LONGEST + " characters"));
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors).exception();
    }
    return new AuditQuery(workspace, who, after.orElseThrow(), (int) limit);
  }

  private static boolean isName(String text) {
    try {
      return new WorkspaceId(text).value().equals(text);
    } catch (IllegalArgumentException notAName) {
      return false;
    }
  }

  private static JsonObject json(AuditPage page, AuditQuery query) {
    JsonArray list = new JsonArray();
    page.entries().forEach(entry -> list.add(json(entry)));
    JsonObject body = new JsonObject().put("Audit", list);
    return page.more() ? body.put("Next", next(page, query)) : body;
  }

  private static String next(AuditPage page, AuditQuery query) {
    return "/v1/api/audit?after="
        + page.next().text()
        + "&limit="
        + query.limit()
        + parameter("workspace", query.workspace())
        + parameter("who", query.who());
  }

  private static String parameter(String name, String value) {
    return value.isEmpty()
        ? ""
        : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static JsonObject json(AuditEntry entry) {
    return new JsonObject()
        .put("ID", entry.id())
        .put("At", entry.at().toString())
        .put("Who", entry.who())
        .put("Role", entry.role())
        .put("Means", entry.means())
        .put("Credential", entry.credential())
        .put("Operation", entry.operation())
        .put("Workspace", entry.workspace())
        .put("Command", entry.command())
        .put("Status", entry.status())
        .put("Problem", entry.problem())
        .put("Address", entry.address());
  }

  private static <T> Future<T> unavailable(Throwable failure) {
    if (failure instanceof LogUnavailableException) {
      LOG.atWarn().setCause(failure).log("the audit could not be read from the log");
      return Future.failedFuture(
          Problem.unavailable("The log cannot be read.", RETRY_SECONDS).exception());
    }
    return Future.failedFuture(failure);
  }
}
