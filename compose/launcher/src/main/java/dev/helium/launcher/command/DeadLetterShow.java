package dev.helium.launcher.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.launcher.console.Console;
import dev.helium.launcher.console.Printable;
import dev.helium.log.DeadLetter;
import dev.helium.log.DeadLetterBox;
import dev.helium.log.LetterContent;
import dev.helium.log.Letters;
import dev.helium.log.LogUnavailableException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "One dead letter: why, its headers, and the size and digest of its body.")
final class DeadLetterShow implements Callable<Integer> {
  private static final int MOST_HEADERS = 100;
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_VALUE = 200;

  private final CommandContext context;

  @Parameters(paramLabel = "NUMBER", description = "As the list says it.")
  private long number;

  @Option(
      names = "--body",
      description = {
        "The body too. Helium writes uploads into commands only sealed, and no secret into events;",
        "but nobody knows who wrote what cannot be read, so look before you pass it on."
      })
  private boolean withBody;

  DeadLetterShow(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    return DeadLettersCommand.open(context, this::show);
  }

  private int show(DeadLetterBox box, Letters letters) throws LogUnavailableException {
    DeadLetter letter = DeadLettersCommand.find(letters, number);
    Optional<LetterContent> content = box.content(letter);
    if (context.isForPrograms()) {
      ObjectNode document = LetterDocument.of(letter);
      content.ifPresent(held -> document.set("Content", LetterDocument.of(held, withBody)));
      context.document(document);
    } else {
      tell(letter, content);
    }
    return content.isPresent() ? 0 : HeliumCommand.FAILED;
  }

  private void tell(DeadLetter letter, Optional<LetterContent> content) {
    Console console = context.console();
    console.line(
        console.paint().strong("Dead letter " + letter.number())
            + "  "
            + LetterText.story(letter.standing()));
    fact("Stood at", Printable.line(letter.place().toString(), LONGEST_VALUE));
    fact(
        "Put aside",
        LetterText.time(letter.at())
            + (letter.service().isEmpty() ? "" : " by " + LetterText.cell(letter.service())));
    fact("Reason", Printable.line(letter.reason(), LONGEST_VALUE));
    fact("Key", LetterText.cell(letter.key()));
    if (content.isEmpty()) {
      fact("Body", "gone: it was too large for a letter, and the log does not have it any more");
    }
    content.ifPresent(this::tell);
  }

  private void tell(LetterContent content) {
    fact(
        "Body",
        content
            .body()
            .map(body -> "%d bytes, sha-256 %s".formatted(body.length, content.digest()))
            .orElse("none"));
    List<LetterContent.Line> headers = content.headers();
    fact("Headers", headers.isEmpty() ? "none" : "");
    headers.stream()
        .limit(MOST_HEADERS)
        .forEach(
            header ->
                context
                    .console()
                    .line(
                        "    %s: %s"
                            .formatted(
                                Printable.line(header.name(), LONGEST_NAME),
                                Printable.line(header.value(), LONGEST_VALUE))));
    if (headers.size() > MOST_HEADERS) {
      context.console().line("    … and %d more".formatted(headers.size() - MOST_HEADERS));
    }
    if (withBody && content.body().isPresent()) {
      context.console().line("");
      context
          .console()
          .line(Printable.text(new String(content.body().get(), StandardCharsets.UTF_8)));
    }
  }

  private void fact(String name, String value) {
    context.console().line("  %-10s %s".formatted(name, value).stripTrailing());
  }
}
