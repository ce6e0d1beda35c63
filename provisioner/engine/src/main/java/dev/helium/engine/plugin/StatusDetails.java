package dev.helium.engine.plugin;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a failure carries beside its code and its message. */
final class StatusDetails {
  private static final Logger LOG = LoggerFactory.getLogger(StatusDetails.class);
  private static final Metadata.Key<byte[]> KEY =
      Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);

  /** The field of {@code google.rpc.Status} that holds the details. */
  private static final int DETAILS = 3;

  private StatusDetails() {}

  /** The first detail of this kind. */
  static <M extends Message> Optional<M> find(StatusRuntimeException failure, Class<M> kind) {
    return all(failure).stream()
        .filter(detail -> detail.is(kind))
        .findFirst()
        .flatMap(detail -> unpack(detail, kind));
  }

  private static <M extends Message> Optional<M> unpack(Any detail, Class<M> kind) {
    try {
      return Optional.of(detail.unpack(kind));
    } catch (InvalidProtocolBufferException invalid) {
      LOG.atDebug().setCause(invalid).log("a detail of a failure cannot be read");
      return Optional.empty();
    }
  }

  private static List<Any> all(StatusRuntimeException failure) {
    var bytes = failure.getTrailers() == null ? null : failure.getTrailers().get(KEY);
    if (bytes == null) {
      return List.of();
    }
    try {
      var details = UnknownFieldSet.parseFrom(bytes).getField(DETAILS).getLengthDelimitedList();
      var all = new ArrayList<Any>(details.size());
      for (var detail : details) {
        all.add(Any.parseFrom(detail));
      }
      return all;
    } catch (InvalidProtocolBufferException invalid) {
      LOG.atDebug().setCause(invalid).log("the details of a failure cannot be read");
      return List.of();
    }
  }
}
