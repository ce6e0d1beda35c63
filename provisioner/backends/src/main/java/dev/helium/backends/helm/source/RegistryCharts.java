package dev.helium.backends.helm.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.backends.helm.source.ChartReference.InRegistry;
import dev.helium.backends.helm.source.Download.Answer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Charts in registries. For one fetch.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/main/spec.md">how a
 *     registry is asked</a>
 * @see <a href="https://helm.sh/docs/topics/registries/">what a chart is in it</a>
 */
final class RegistryCharts {
  private static final int LARGEST_ANSWER = 4 * 1024 * 1024;
  private static final int MOST_PAGES = 20;
  private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  private static final String CHART = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";
  private static final String SHA_256 = "sha256:";
  private static final Pattern TAG = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127}");
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>\\s*;\\s*rel=\"?next\"?");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final InRegistry reference;
  private final Download download;
  private Map<String, String> leave = Map.of();

  RegistryCharts(InRegistry reference, Download download) {
    this.reference = reference;
    this.download = download;
  }

  /** Which version is meant, and what its archive is. */
  ChartPin find() throws SourceException {
    String tag = reference.constraint().replace('+', '_');
    if (TAG.matcher(tag).matches()) {
      Answer answer = manifest(tag);
      if (answer.isFound()) {
        return pin(reference.constraint(), answer.body());
      }
      if (answer.status() != HttpURLConnection.HTTP_NOT_FOUND) {
        throw Archives.refused(reference.address(), "the chart", answer.status());
      }
    }
    List<String> versions = tags().stream().map(each -> each.replace('_', '+')).toList();
    String version =
        Versions.pick(versions, reference.constraint())
            .orElseThrow(
                () -> Archives.noVersion(reference.repository(), reference.constraint(), versions));
    Answer answer = manifest(version.replace('+', '_'));
    if (!answer.isFound()) {
      throw Archives.refused(reference.address(), "the chart", answer.status());
    }
    return pin(version, answer.body());
  }

  /** The archive of a version that was found. */
  byte[] fetch(ChartPin pin) throws SourceException {
    URI address = address("blobs/" + SHA_256 + pin.sha256());
    Answer answer = get(address, "application/octet-stream", Archives.LARGEST);
    if (!answer.isFound()) {
      throw Archives.refused(address, "the chart", answer.status());
    }
    return Archives.checked(answer.body(), pin.sha256(), Download.shown(address));
  }

  private Answer manifest(String tag) throws SourceException {
    return get(address("manifests/" + tag), MANIFEST, LARGEST_ANSWER);
  }

  private ChartPin pin(String version, byte[] manifest) throws SourceException {
    for (JsonNode layer : json(manifest).path("layers")) {
      String digest = layer.path("digest").asText();
      if (layer.path("mediaType").asText().equals(CHART)
          && digest.matches(SHA_256 + "[0-9a-f]{64}")) {
        if (layer.path("size").asLong() > Archives.LARGEST) {
          throw SourceException.refused("the chart has more than 20 MiB");
        }
        return new ChartPin(
            reference.identity(),
            version,
            address("blobs/" + digest).toString(),
            digest.substring(SHA_256.length()));
      }
    }
    throw SourceException.refused(
        "what " + Download.shown(reference.address()) + " has there is no chart");
  }

  private List<String> tags() throws SourceException {
    List<String> tags = new ArrayList<>();
    URI address = address("tags/list?n=1000");
    for (int page = 0; page < MOST_PAGES; page++) {
      Answer answer = get(address, "application/json", LARGEST_ANSWER);
      if (!answer.isFound()) {
        throw Archives.refused(address, "the chart", answer.status());
      }
      json(answer.body()).path("tags").forEach(tag -> tags.add(tag.asText()));
      Matcher next = NEXT.matcher(answer.next());
      if (!next.find()) {
        return tags;
      }
      address = next(address, next.group(1));
    }
    return tags;
  }

  private static URI next(URI address, String target) throws SourceException {
    try {
      URI next = address.resolve(target);
      if (Download.sameHost(address, next)) {
        return next;
      }
    } catch (IllegalArgumentException unfit) {
      throw SourceException.refused(Download.shown(address) + " leads on to what is no address");
    }
    throw SourceException.refused(Download.shown(address) + " leads on to another host");
  }

  /** Asks once more when the registry wants to know who asks. */
  private Answer get(URI address, String type, int largest) throws SourceException {
    Answer answer = download.get(address, headers(type), largest);
    if (answer.status() == HttpURLConnection.HTTP_UNAUTHORIZED && leave.isEmpty()) {
      leave =
          RegistryTokens.answer(
              answer.challenge(), reference.credentials(), download, reference.address());
      answer = download.get(address, headers(type), largest);
    }
    return answer;
  }

  private Map<String, String> headers(String type) {
    Map<String, String> headers = new HashMap<>(leave);
    headers.put("Accept", type);
    return headers;
  }

  private URI address(String path) {
    return reference.address().resolve("/v2/" + reference.repository() + "/" + path);
  }

  private JsonNode json(byte[] body) throws SourceException {
    try {
      return JSON.readTree(body);
    } catch (IOException unfit) {
      throw SourceException.unavailable(
          Download.shown(reference.address()) + " answers with what is no JSON", unfit);
    }
  }
}
