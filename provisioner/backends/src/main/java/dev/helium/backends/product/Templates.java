package dev.helium.backends.product;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that stand beside a class, in which {@code ${NAME}} stands for what code knows. */
public final class Templates {
  private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Z_]+)}");

  private final Class<?> neighbour;

  private Templates(Class<?> neighbour) {
    this.neighbour = neighbour;
  }

  public static Templates beside(Class<?> neighbour) {
    return new Templates(neighbour);
  }

  /** A file as it is; one that is not there is an {@link IllegalStateException}. */
  public String text(String file) {
    try (InputStream stream = neighbour.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("there is no " + file);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A file with every place filled. */
  public String filled(String file, Map<String, String> known) {
    return fill(text(file), known);
  }

  /** With every place filled; one that nothing is known for is an {@link IllegalStateException}. */
  public static String fill(String text, Map<String, String> known) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> {
              String value = known.get(place.group(1));
              if (value == null) {
                throw new IllegalStateException("nothing is known for " + place.group());
              }
              return Matcher.quoteReplacement(value);
            });
  }
}
