package dev.helium.launcher.command;

import dev.helium.launcher.settings.GivenSettings;
import dev.helium.launcher.settings.OutputFormat;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** What a command line says of the Helium that is asked, before its command or behind it. */
final class GivenOptions {
  @Option(
      names = GivenSettings.SERVER,
      scope = ScopeType.INHERIT,
      paramLabel = "URL",
      description = "Which Helium is asked. ./helium config says which it is otherwise.")
  private String server;

  @Option(
      names = GivenSettings.TOKEN_FILE,
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      description = "Where the token is that it is asked with.")
  private Path tokenFile;

  @Option(
      names = {"-o", GivenSettings.OUTPUT},
      scope = ScopeType.INHERIT,
      paramLabel = "FORMAT",
      converter = FormatConverter.class,
      description = "table for people, json for programs.")
  private OutputFormat output;

  /** What it was called first, for two commands. */
  @Option(names = "--json", scope = ScopeType.INHERIT, hidden = true)
  private boolean json;

  GivenSettings settings() {
    OutputFormat wanted = json ? OutputFormat.JSON : output;
    return new GivenSettings(text(server), text(tokenFile), text(wanted));
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  /** Names the formats as people write them. */
  static final class FormatConverter implements ITypeConverter<OutputFormat> {
    @Override
    public OutputFormat convert(String word) {
      return OutputFormat.find(word)
          .orElseThrow(
              () -> new TypeConversionException(OutputFormat.RULE + ", and not '" + word + "'"));
    }
  }
}
