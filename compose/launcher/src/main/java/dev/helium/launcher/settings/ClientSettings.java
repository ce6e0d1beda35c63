package dev.helium.launcher.settings;

import dev.helium.launcher.console.ExitCode;
import dev.helium.launcher.console.ShortPath;
import dev.helium.launcher.console.UserException;
import dev.helium.launcher.stack.Deployment;
import dev.helium.launcher.stack.Home;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What counts, and who says so: the command line before the environment, that before the file of
 * settings, and that before what runs here.
 */
public final class ClientSettings {
  private static final String TOKEN_VARIABLE = "HELIUM_TOKEN_FILE";
  private static final String HERE = "http://127.0.0.1:";
  private static final String USUAL_PORT = "2323";

  private final GivenSettings given;
  private final Map<String, String> environment;
  private final Home home;
  private final SettingsFile file;

  /**
   * Nothing is looked at before it is asked for.
   *
   * @param home of what runs here
   */
  public ClientSettings(GivenSettings given, Map<String, String> environment, Home home) {
    this.given = given;
    this.environment = environment;
    this.home = home;
    this.file = new SettingsFile(environment);
  }

  /** Which Helium is asked. */
  public Setting server() {
    return first(
            List.of(
                () -> option(GivenSettings.SERVER, given.server()),
                () -> variable("HELIUM_URL"),
                () ->
                    variable("HELIUM_PORT")
                        .map(port -> new Setting(HERE + port.value(), port.origin())),
                () -> file.find(SettingsFile.SERVER),
                () -> Deployment.read(home).map(running -> ofHome(running.api().toString()))))
        .orElseGet(() -> Setting.otherwise(HERE + USUAL_PORT));
  }

  /** The same, checked. */
  public URI address() {
    return ServerAddress.of(server());
  }

  /**
   * The file with the token; empty when nobody names one. What was made here for what runs here is
   * sent to no other machine.
   */
  public Optional<Setting> tokenFile() {
    return first(
        List.of(
            () -> option(GivenSettings.TOKEN_FILE, given.tokenFile()),
            () -> variable(TOKEN_VARIABLE),
            () -> file.find(SettingsFile.TOKEN_FILE),
            () ->
                Optional.of(ofHome(home.token().toString()))
                    .filter(ignored -> ServerAddress.isHere(address()))));
  }

  /** The token that is sent; a {@link UserException} says why there is none. */
  public String token() {
    Setting setting =
        tokenFile()
            .orElseThrow(
                () ->
                    new UserException(
                        ExitCode.WRONG_USAGE,
                        "There is no token for %s: name its file with %s, %s, or %s in %s."
                            .formatted(
                                server().value(),
                                GivenSettings.TOKEN_FILE,
                                TOKEN_VARIABLE,
                                SettingsFile.TOKEN_FILE,
                                place().map(Path::toString).orElse("a file of settings"))));
    Path path = Path.of(setting.value());
    return Token.read(
        path,
        isOfHome(setting)
            ? "There is no token in %s: ./helium up makes one.".formatted(ShortPath.of(path))
            : "There is no readable token file %s, which %s names."
                .formatted(ShortPath.of(path), setting.origin()));
  }

  /** How answers are written. */
  public Setting output() {
    return first(
            List.of(
                () -> option(GivenSettings.OUTPUT, given.output()),
                () -> variable("HELIUM_OUTPUT"),
                () -> file.find(SettingsFile.OUTPUT)))
        .orElseGet(() -> Setting.otherwise(OutputFormat.TABLE.toString()));
  }

  /** The same, checked. */
  public OutputFormat format() {
    Setting setting = output();
    return OutputFormat.find(setting.value())
        .orElseThrow(
            () ->
                new UserException(
                    ExitCode.WRONG_USAGE,
                    "%s: the output %s, and not %s."
                        .formatted(setting.origin(), OutputFormat.RULE, setting.value())));
  }

  /** Says at once what is wrong with any of it, in a {@link UserException}. */
  public void check() {
    ServerAddress.of(server());
    format();
  }

  /** Where the file of settings would be; empty when nobody has a home. */
  public Optional<Path> place() {
    return file.place();
  }

  private Setting ofHome(String value) {
    return new Setting(value, home.root().toString());
  }

  private boolean isOfHome(Setting setting) {
    return setting.origin().equals(home.root().toString());
  }

  private static Optional<Setting> first(List<Supplier<Optional<Setting>>> origins) {
    return origins.stream().map(Supplier::get).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Setting> option(String name, String value) {
    return value.isEmpty() ? Optional.empty() : Optional.of(new Setting(value, name));
  }

  private Optional<Setting> variable(String name) {
    return Optional.ofNullable(environment.get(name))
        .filter(value -> !value.isBlank())
        .map(value -> new Setting(value, name));
  }
}
