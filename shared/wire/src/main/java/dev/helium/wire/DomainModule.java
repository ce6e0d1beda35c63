package dev.helium.wire;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.helium.domain.CommandId;
import dev.helium.domain.Decision;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Digest;
import dev.helium.domain.ExpiryRequest;
import dev.helium.domain.LabelRequest;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.Readiness;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.webhook.DeliveryState;
import dev.helium.domain.webhook.WebhookId;
import java.util.function.Function;

/** Teaches the JSON library the domain, which knows nothing of JSON. */
final class DomainModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  DomainModule() {
    super("helium-domain");
    scalar(WorkspaceId.class, WorkspaceId::new);
    scalar(CommandId.class, CommandId::new);
    scalar(Digest.class, Digest::new);
    named(DeletionReason.class, "requested", DeletionReason.Requested.class);
    named(DeletionReason.class, "expired", DeletionReason.Expired.class);
    named(DeletionReason.class, "swept", DeletionReason.Swept.class);
    named(DeletionReason.class, "drifted", DeletionReason.Drifted.class);
    named(Decision.class, "accepted", Decision.Accepted.class);
    named(Decision.class, "refused", Decision.Refused.class);
    named(ExpiryRequest.class, "unspecified", ExpiryRequest.Unspecified.class);
    named(ExpiryRequest.class, "end-of-day", ExpiryRequest.EndOfDay.class);
    named(ExpiryRequest.class, "at", ExpiryRequest.At.class);
    named(LabelRequest.class, "unspecified", LabelRequest.Unspecified.class);
    named(LabelRequest.class, "exactly", LabelRequest.Exactly.class);
    named(Readiness.class, "unknown", Readiness.Unknown.class);
    named(Readiness.class, "ready", Readiness.Ready.class);
    named(Readiness.class, "not-ready", Readiness.NotReady.class);
    named(Lifecycle.class, "absent", Lifecycle.Absent.class);
    named(Lifecycle.class, "provisioning", Lifecycle.Provisioning.class);
    named(Lifecycle.class, "provisioned", Lifecycle.Provisioned.class);
    named(Lifecycle.class, "provisioning-failed", Lifecycle.ProvisioningFailed.class);
    named(Lifecycle.class, "destroying", Lifecycle.Destroying.class);
    named(Lifecycle.class, "destroy-failed", Lifecycle.DestroyFailed.class);
    named(Lifecycle.class, "destroyed", Lifecycle.Destroyed.class);
    named(Lifecycle.class, "deleted", Lifecycle.Deleted.class);
    scalar(WebhookId.class, WebhookId::new);
    named(DeliveryState.class, "delivering", DeliveryState.Delivering.class);
    named(DeliveryState.class, "parked", DeliveryState.Parked.class);
  }

  /** The subtype's name stands in the property {@code is}. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  private interface Named {}

  private <T> void named(Class<T> type, String name, Class<? extends T> subtype) {
    setMixInAnnotation(type, Named.class);
    registerSubtypes(new NamedType(subtype, name));
  }

  private <T> void scalar(Class<T> type, Function<String, T> parse) {
    addSerializer(type, ToStringSerializer.instance);
    addDeserializer(type, new ScalarDeserializer<>(type, parse));
  }

  private static final class ScalarDeserializer<T> extends FromStringDeserializer<T> {
    private static final long serialVersionUID = 1L;
    private final transient Function<String, T> parse;

    ScalarDeserializer(Class<T> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    protected T _deserialize(String value, DeserializationContext context) {
      return parse.apply(value);
    }
  }
}
