package dev.helium.backends.helm.source;

import com.github.zafarkhaja.semver.Version;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Picks versions as Helm does: one that is named exactly, else the newest that a constraint such as
 * {@code ^1.2}, {@code >=1.2 <2} or {@code 1.x || 3.x} allows. Pre-releases only count where the
 * constraint has one.
 */
public final class Versions {
  private Versions() {}

  /** Whether a text is a constraint, or a version; an empty one is. */
  public static boolean isConstraint(String text) {
    return text.isBlank()
        || Version.isValid(plain(text))
        || VersionConstraint.parse(text).isPresent();
  }

  /** The one of these that a constraint picks. */
  static Optional<String> pick(Collection<String> versions, String constraint) {
    Optional<String> exact =
        versions.stream().filter(version -> plain(version).equals(plain(constraint))).findFirst();
    if (exact.isPresent()) {
      return exact;
    }
    VersionConstraint allowed =
        VersionConstraint.parse(constraint.isBlank() ? "*" : constraint)
            .orElse(VersionConstraint.NOTHING);
    return versions.stream()
        .filter(version -> Version.tryParse(plain(version)).filter(allowed::allows).isPresent())
        .max(Comparator.comparing(version -> Version.parse(plain(version))));
  }

  static String plain(String version) {
    String stripped = version.strip();
    return stripped.startsWith("v") ? stripped.substring(1) : stripped;
  }
}
