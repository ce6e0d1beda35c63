package dev.helium.gateway.workspaces;

import dev.helium.domain.Command;
import dev.helium.domain.FieldError;
import dev.helium.domain.LabelRequest;
import dev.helium.domain.NameGenerator;
import dev.helium.domain.SealedContent;
import dev.helium.domain.WorkspaceId;
import dev.helium.gateway.audit.AuditNotes;
import dev.helium.gateway.http.BodyReader;
import dev.helium.gateway.http.KnownNames;
import dev.helium.gateway.http.Limits;
import dev.helium.gateway.http.Submitted;
import dev.helium.gateway.identity.Authentication;
import dev.helium.gateway.identity.Identity;
import dev.helium.wire.Sealing;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes a workspace, or brings the one of that name to another specification. */
public final class CreateWorkspace implements Handler<RoutingContext> {
  /** What is read of a request; sealed, all of it has to fit into one record of the log. */
  public static final Limits LIMITS = Limits.DEFAULT.withFile(CreateForm.ARCHIVE, 768 * 1024);

  private final BodyReader bodies;
  private final KnownNames names;
  private final BackendValues values;
  private final NameGenerator generator;
  private final Sealing sealing;
  private final Answering answering;
  private final Ownership ownership;
  private final CreateDefaults defaults;

  /**
   * @param fields that a request may have
   * @param values checks what is given for a backend
   */
  public CreateWorkspace(
      BodyReader bodies,
      List<String> fields,
      BackendValues values,
      NameGenerator generator,
      Sealing sealing,
      Answering answering,
      Ownership ownership,
      CreateDefaults defaults) {
    this.bodies = bodies;
    this.names = KnownNames.ofFields(fields);
    this.values = values;
    this.generator = generator;
    this.sealing = sealing;
    this.answering = answering;
    this.ownership = ownership;
    this.defaults = defaults;
  }

  @Override
  public void handle(RoutingContext context) {
    bodies
        .read(context.request())
        .compose(body -> submit(context, body))
        .onSuccess(answer -> answer.send(context))
        .onFailure(context::fail);
  }

  private Future<SubmittedAnswer> submit(RoutingContext context, Submitted.Body body) {
    List<FieldError> errors = new ArrayList<>();
    WaitOptions wait = WaitOptions.read(context.queryParams(), defaults.decisionWait(), errors);
    RequestKey.check(context, errors);
    Condition condition = Condition.read(context.request(), errors);
    CreateRequest request = new CreateForm(names, values).check(body, errors);
    RequestKey key = RequestKey.of(context, condition.addedTo(digest(request)));
    WorkspaceId id = request.name().orElseGet(() -> key.name(generator));
    AuditNotes.workspace(context, id);
    Identity identity = Authentication.identity(context);
    return mayBeMade(request, id, identity)
        .compose(
            ignored ->
                answering.submit(condition.of(command(id, request, key, identity)), key, wait));
  }

  /** Whoever names a workspace that is there changes it. */
  private Future<Void> mayBeMade(CreateRequest request, WorkspaceId id, Identity identity) {
    return request.name().isEmpty()
        ? Future.succeededFuture()
        : ownership.requireUnlessNew(identity, id);
  }

  private static RequestDigest digest(CreateRequest request) {
    RequestDigest digest =
        new RequestDigest()
            .add("create")
            .add(request.name().map(WorkspaceId::value).orElse(""))
            .add(request.expiry().toString())
            .add(request.backend());
    new TreeMap<>(request.parameters()).forEach((field, text) -> digest.add(field).add(text));
    digest.add("uploads");
    new TreeMap<>(request.uploads()).forEach((field, content) -> digest.add(field).add(content));
    if (request.labels() instanceof LabelRequest.Exactly(var labels)) {
      digest.add("labels");
      new TreeMap<>(labels).forEach((name, value) -> digest.add(name).add(value));
    }
    return digest;
  }

  private Command.Create command(
      WorkspaceId id, CreateRequest request, RequestKey key, Identity identity) {
    Map<String, SealedContent> sealed = new HashMap<>();
    request
        .uploads()
        .forEach((field, content) -> sealed.put(field, sealing.seal(id, content.getBytes())));
    return new Command.Create(
        key.command(),
        id,
        identity.name(),
        request.backend().isEmpty() ? defaults.backend() : request.backend(),
        request.parameters(),
        sealed,
        request.expiry(),
        request.labels());
  }
}
