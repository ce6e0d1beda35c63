package dev.helium.launcher.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.launcher.console.Console;
import dev.helium.launcher.console.Printable;
import dev.helium.launcher.console.Table;
import dev.helium.launcher.settings.ClientSettings;
import dev.helium.launcher.settings.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    description = "Which Helium is asked and how, and who says so.",
    footer = {
      "",
      "What counts is what the command line says (--server, --token-file, --output), then the",
      "environment (HELIUM_URL, HELIUM_TOKEN_FILE, HELIUM_OUTPUT), then a file of settings, then",
      "what runs here. The file is $XDG_CONFIG_HOME/helium/config.yaml, or else",
      "~/.config/helium/config.yaml:",
      "",
      "  server: https://helium.example.com",
      "  tokenFile: ~/.config/helium/token",
      "  output: table"
    })
final class ConfigCommand implements Callable<Integer> {
  private static final int LONGEST = 200;

  private final CommandContext context;

  ConfigCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    ClientSettings settings = context.settings();
    settings.check();
    if (context.isForPrograms()) {
      context.document(document(settings));
    } else {
      tell(settings);
    }
    return 0;
  }

  private void tell(ClientSettings settings) {
    Console console = context.console();
    Table table = new Table("SETTING", "VALUE", "WHO SAYS SO");
    row(table, "server", settings.server());
    settings
        .tokenFile()
        .ifPresentOrElse(
            file -> row(table, "token file", file),
            () -> table.row("token file", "none", "nobody; that of this machine stays here"));
    row(table, "output", settings.output());
    console.table(table);
    settings
        .place()
        .ifPresent(
            file ->
                console.line(
                    "Your settings: %s%s"
                        .formatted(
                            CommandContext.shortened(file),
                            Files.exists(file) ? "" : " (there is no such file)")));
  }

  private static void row(Table table, String name, Setting setting) {
    table.row(
        name, Printable.line(setting.value(), LONGEST), Printable.line(setting.origin(), LONGEST));
  }

  private static ObjectNode document(ClientSettings settings) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    put(document, "Server", settings.server());
    settings.tokenFile().ifPresent(file -> put(document, "TokenFile", file));
    put(document, "Output", settings.output());
    settings.place().map(Path::toString).ifPresent(file -> document.put("File", file));
    return document;
  }

  private static void put(ObjectNode document, String name, Setting setting) {
    document.putObject(name).put("Value", setting.value()).put("Origin", setting.origin());
  }
}
