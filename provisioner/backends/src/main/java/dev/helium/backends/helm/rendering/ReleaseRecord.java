package dev.helium.backends.helm.rendering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import dev.helium.backends.helm.rendering.HelmRelease.Hook;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Reads the secret in which Helm keeps a release: in it is Base64, in that gzip, in that JSON. It
 * comes as Kubernetes clients send it, as protocol buffers in an envelope.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/api-concepts/#protobuf-encoding">the
 *     envelope</a>
 */
final class ReleaseRecord {
  private static final byte[] MAGIC = {'k', '8', 's', 0};
  private static final int ENVELOPE_CONTENT = 2;
  private static final int SECRET_DATA = 2;
  private static final int ENTRY_KEY = 1;
  private static final int ENTRY_VALUE = 2;
  private static final int LARGEST = 128 * 1024 * 1024;
  private static final ObjectMapper JSON = new ObjectMapper();

  private ReleaseRecord() {}

  static HelmRelease read(byte[] sent) throws IOException {
    if (!Arrays.equals(sent, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new IOException("a secret in an encoding that is not known here");
    }
    byte[] secret =
        field(
            CodedInputStream.newInstance(sent, MAGIC.length, sent.length - MAGIC.length),
            ENVELOPE_CONTENT);
    return release(JSON.readTree(unpacked(content(CodedInputStream.newInstance(secret)))));
  }

  /** The value of the entry {@code release}. */
  private static byte[] content(CodedInputStream secret) throws IOException {
    for (int tag = secret.readTag(); tag != 0; tag = secret.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) == SECRET_DATA) {
        byte[] entry = secret.readByteArray();
        byte[] key = field(CodedInputStream.newInstance(entry), ENTRY_KEY);
        if (Arrays.equals(key, new byte[] {'r', 'e', 'l', 'e', 'a', 's', 'e'})) {
          return field(CodedInputStream.newInstance(entry), ENTRY_VALUE);
        }
      } else {
        secret.skipField(tag);
      }
    }
    throw new IOException("a secret without a release");
  }

  private static byte[] field(CodedInputStream message, int number) throws IOException {
    for (int tag = message.readTag(); tag != 0; tag = message.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) == number) {
        return message.readByteArray();
      }
      message.skipField(tag);
    }
    throw new IOException("a message without its field " + number);
  }

  private static byte[] unpacked(byte[] content) throws IOException {
    try (GZIPInputStream stream =
        new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(content)))) {
      return stream.readNBytes(LARGEST);
    } catch (IllegalArgumentException notBase64) {
      throw new IOException("a release in an encoding that is not known here", notBase64);
    }
  }

  private static HelmRelease release(JsonNode release) {
    JsonNode about = release.path("chart").path("metadata");
    List<Hook> hooks = new ArrayList<>();
    for (JsonNode hook : release.path("hooks")) {
      List<String> events = new ArrayList<>();
      hook.path("events").forEach(event -> events.add(event.asText()));
      hooks.add(
          new Hook(
              hook.path("path").asText(),
              hook.path("manifest").asText(),
              events,
              hook.path("weight").asInt()));
    }
    return new HelmRelease(
        about.path("name").asText(),
        about.path("version").asText(),
        about.path("appVersion").asText(),
        release.path("manifest").asText(),
        hooks);
  }
}
