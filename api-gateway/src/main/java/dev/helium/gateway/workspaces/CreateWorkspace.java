package dev.helium.gateway.workspaces;

import dev.helium.domain.Command;
import dev.helium.domain.FieldError;
import dev.helium.domain.NameGenerator;
import dev.helium.domain.SealedContent;
import dev.helium.domain.WorkspaceId;
import dev.helium.gateway.http.BodyReader;
import dev.helium.gateway.http.KnownNames;
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
  private final BodyReader bodies;
  private final KnownNames names;
  private final NameGenerator generator;
  private final Sealing sealing;
  private final Answering answering;
  private final CreateDefaults defaults;

  /**
   * @param fields that a request may have
   */
  public CreateWorkspace(
      BodyReader bodies,
      List<String> fields,
      NameGenerator generator,
      Sealing sealing,
      Answering answering,
      CreateDefaults defaults) {
    this.bodies = bodies;
    this.names = KnownNames.ofFields(fields);
    this.generator = generator;
    this.sealing = sealing;
    this.answering = answering;
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
    CreateRequest request = new CreateForm(names).check(body, errors);
    RequestKey key = RequestKey.of(context, digest(request));
    return answering.submit(command(request, key, Authentication.identity(context)), key, wait);
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
    return digest;
  }

  private Command.Create command(CreateRequest request, RequestKey key, Identity identity) {
    WorkspaceId id = request.name().orElseGet(() -> key.name(generator));
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
        request.expiry());
  }
}
