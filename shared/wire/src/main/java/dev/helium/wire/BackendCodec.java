package dev.helium.wire;

import dev.helium.domain.BackendDescription;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Descriptions of backends as CloudEvents of type {@code dev.helium.backend.described.v1}. */
public final class BackendCodec {
  private static final String SOURCE = "provisioner";
  private static final TypeNames<BackendDescription> NAMES =
      new TypeNames<>(
          "dev.helium.backend.",
          Map.of("described", BackendDescription.class),
          Map.of(
              "described",
              List.of(
                  List.of(
                      Upcast.addingMap("profiles"),
                      Upcast.addingMap("fields"),
                      Upcast.addingList("ready"),
                      Upcast.adding("infrastructure", ""),
                      Upcast.adding("page", "")))));

  private final Json json = new Json();

  /**
   * The record that says what a backend is.
   *
   * @param time when it is said
   */
  public Encoded encode(BackendDescription description, Instant time) {
    Map<String, String> headers =
        new HashMap<>(
            Attributes.of(
                NAMES.of(description),
                description.name() + "@" + time,
                SOURCE,
                description.name()));
    headers.put(Attributes.TIME, time.toString());
    return new Encoded(headers, json.write(description));
  }

  /** The description, or an {@link UnreadableException} that says what is wrong with the record. */
  public BackendDescription decode(Encoded encoded) {
    BackendDescription description =
        NAMES.read(json, encoded.header(Attributes.TYPE), encoded.body());
    if (!description.name().equals(encoded.header(Attributes.SUBJECT))) {
      throw new UnreadableException(
          UnreadableKind.HEADER, "the subject is not the backend that is described");
    }
    return description;
  }
}
