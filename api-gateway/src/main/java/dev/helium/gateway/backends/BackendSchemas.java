package dev.helium.gateway.backends;

import dev.helium.domain.BackendDescription;
import dev.helium.domain.FieldError;
import dev.helium.gateway.workspaces.BackendValues;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.SchemaException;
import io.vertx.json.schema.Validator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds values against what their backend says that it takes. The backend has the last word all the
 * same, when the request is decided: this only says everything at once, and sooner.
 */
public final class BackendSchemas implements BackendValues {
  private static final Logger LOG = LoggerFactory.getLogger(BackendSchemas.class);
  private static final JsonSchemaOptions OPTIONS =
      new JsonSchemaOptions()
          .setBaseUri("app://helium")
          .setDraft(Draft.DRAFT202012)
          .setOutputFormat(OutputFormat.Basic);

  private final Backends backends;
  private final String standard;
  private final Map<String, Prepared> prepared = new ConcurrentHashMap<>();

  /**
   * @param standard the backend of a request that names none
   */
  public BackendSchemas(Backends backends, String standard) {
    this.backends = backends;
    this.standard = standard;
  }

  @Override
  public List<FieldError> check(String field, String backend, JsonObject values) {
    BackendDescription described =
        backends.known().orElse(Map.of()).get(backend.isEmpty() ? standard : backend);
    return described == null ? List.of() : check(field, described, values);
  }

  /** A schema that cannot be worked with keeps nobody from asking. */
  private List<FieldError> check(String field, BackendDescription described, JsonObject values) {
    try {
      Prepared ready =
          prepared.compute(
              described.name(),
              (name, known) ->
                  known != null && known.described.equals(described) ? known : prepare(described));
      JsonObject said = withoutNulls(values);
      OutputUnit result = ready.validator.validate(said);
      return result.getValid()
          ? List.of()
          : new SchemaErrors(field, ready.schema, said).of(result.getErrors());
    } catch (SchemaException | DecodeException | UnsupportedOperationException unusable) {
      LOG.atWarn()
          .addKeyValue("backend", described.name())
          .setCause(unusable)
          .log("the schema of a backend cannot be used, so that its values are not checked here");
      return List.of();
    }
  }

  private static Prepared prepare(BackendDescription described) {
    JsonObject schema = new JsonObject(described.parameters());
    return new Prepared(described, schema, Validator.create(JsonSchema.of(schema.copy()), OPTIONS));
  }

  /** A schema takes milliseconds to get ready, which every request would wait for. */
  private record Prepared(BackendDescription described, JsonObject schema, Validator validator) {}

  /** A null takes away what there would be by default. */
  private static JsonObject withoutNulls(JsonObject values) {
    JsonObject said = new JsonObject();
    values.forEach(
        entry -> {
          if (entry.getValue() != null) {
            said.put(
                entry.getKey(),
                entry.getValue() instanceof JsonObject below
                    ? withoutNulls(below)
                    : entry.getValue());
          }
        });
    return said;
  }
}
