package dev.helium.backends.helm;

import dev.helium.backends.Problem;
import dev.helium.backends.helm.source.Archives;
import dev.helium.backends.helm.source.ChartReference;
import dev.helium.backends.helm.source.Credentials;
import dev.helium.backends.helm.source.Versions;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks what is said of where a chart is, all of it before it complains.
 *
 * <p>Used once.
 */
final class ChartForm {
  private static final String PLACE = "chart";
  private static final String UPLOAD = "the file \"chart\"";

  private final HelmPolicy policy;
  private final List<Problem> problems = new ArrayList<>();

  ChartForm(HelmPolicy policy) {
    this.policy = policy;
  }

  /** Every rule that was broken. */
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /**
   * The chart, or nothing when there is a problem.
   *
   * @param said that fits the schema
   * @param upload empty for none
   */
  Optional<ChartReference> read(Map<String, Object> said, ByteBuffer upload) {
    List<String> places =
        Stream.concat(
                Stream.of("repository", "oci", "url", "directory").filter(said::containsKey),
                upload.hasRemaining() ? Stream.of(UPLOAD) : Stream.empty())
            .toList();
    if (places.size() != 1) {
      problem(
          PLACE,
          "must be exactly one of repository, oci, url, directory and "
              + UPLOAD
              + (places.isEmpty() ? "" : ", not " + String.join(" and ", places)));
      return Optional.empty();
    }
    checkVersion(said);
    return switch (places.getFirst()) {
      case "repository" -> repository(said);
      case "oci" -> registry(said);
      case "url" -> archive(said);
      case "directory" -> folder(said);
      default -> upload(said, upload);
    };
  }

  private void checkVersion(Map<String, Object> said) {
    if (!Versions.isConstraint(text(said, "version"))) {
      problem("chart.version", "must be a version or a constraint such as ^1.2 or >=1.2 <2");
    }
  }

  private Optional<ChartReference> repository(Map<String, Object> said) {
    refuse(said, "sha256", "plainHttp");
    if (!said.containsKey("name")) {
      problem("chart.name", "must be given");
    }
    return address("chart.repository", text(said, "repository"))
        .map(
            address ->
                new ChartReference.InRepository(
                    address, text(said, "name"), text(said, "version"), credentials(said)));
  }

  private Optional<ChartReference> registry(Map<String, Object> said) {
    refuse(said, "sha256", "name");
    String scheme = Boolean.TRUE.equals(said.get("plainHttp")) ? "http" : "https";
    String rest = text(said, "oci").substring("oci://".length());
    int slash = rest.indexOf('/');
    return address("chart.oci", scheme + "://" + rest.substring(0, slash))
        .map(
            address ->
                new ChartReference.InRegistry(
                    address, rest.substring(slash + 1), text(said, "version"), credentials(said)));
  }

  private Optional<ChartReference> archive(Map<String, Object> said) {
    refuse(said, "name", "version", "plainHttp");
    return address("chart.url", text(said, "url"))
        .map(
            address ->
                new ChartReference.Archive(address, text(said, "sha256"), credentials(said)));
  }

  private Optional<ChartReference> folder(Map<String, Object> said) {
    refuse(said, "name", "version", "sha256", "username", "password", "plainHttp");
    if (policy.folders().isEmpty()) {
      problem("chart.directory", "is not taken here");
      return Optional.empty();
    }
    Path top = policy.folders().get();
    try {
      Path path = top.resolve(text(said, "directory")).normalize();
      if (path.startsWith(top) && !path.equals(top)) {
        return Optional.of(new ChartReference.Folder(path));
      }
      problem("chart.directory", "must be below the folder that is open for charts");
    } catch (InvalidPathException invalid) {
      problem("chart.directory", "must be a path");
    }
    return Optional.empty();
  }

  private Optional<ChartReference> upload(Map<String, Object> said, ByteBuffer upload) {
    refuse(said, "name", "version", "sha256", "username", "password", "plainHttp");
    byte[] content = new byte[upload.remaining()];
    upload.duplicate().get(content);
    if (!Archives.isArchive(content)) {
      problem(PLACE, "must be an archive of a chart (.tgz)");
      return Optional.empty();
    }
    return Optional.of(new ChartReference.Uploaded(upload));
  }

  private Optional<URI> address(String field, String text) {
    try {
      URI address = new URI(text).parseServerAuthority();
      Optional<String> problem = policy.hosts().problem(address);
      problem.ifPresent(rule -> problem(field, rule));
      return problem.isPresent() ? Optional.empty() : Optional.of(address);
    } catch (URISyntaxException invalid) {
      problem(field, "must be an address such as https://charts.example.com");
      return Optional.empty();
    }
  }

  private Credentials credentials(Map<String, Object> said) {
    if (said.containsKey("password") && !said.containsKey("username")) {
      problem("chart.username", "must be given with a password");
    }
    return said.containsKey("username")
        ? new Credentials(text(said, "username"), text(said, "password"))
        : Credentials.NONE;
  }

  /** What has no meaning there would be ignored, and somebody would wonder. */
  private void refuse(Map<String, Object> said, String... names) {
    for (String name : names) {
      if (said.containsKey(name) && !Boolean.FALSE.equals(said.get(name))) {
        problem("chart." + name, "has no meaning for a chart from there");
      }
    }
  }

  private void problem(String field, String rule) {
    problems.add(new Problem(field, rule));
  }

  private static String text(Map<String, Object> said, String name) {
    return String.valueOf(said.getOrDefault(name, ""));
  }
}
