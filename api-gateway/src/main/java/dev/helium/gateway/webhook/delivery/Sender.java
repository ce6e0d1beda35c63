package dev.helium.gateway.webhook.delivery;

import dev.helium.domain.webhook.Webhook;
import dev.helium.gateway.webhook.address.Destination;
import dev.helium.gateway.webhook.address.Destinations;
import dev.helium.gateway.webhook.address.RefusedDestinationException;
import dev.helium.wire.UnreadableException;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one message once: checks where to, signs it, posts it, and says what came of it. */
public final class Sender {
  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
  private static final int OK = 200;
  private static final int REDIRECTED = 300;
  private static final int REFUSED = 400;
  private static final int GONE = 410;
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;

  private final Destinations destinations;
  private final WebhookSecrets secrets;
  private final Poster poster;
  private final DeliverySettings settings;
  private final InstantSource clock;

  Sender(
      Destinations destinations,
      WebhookSecrets secrets,
      Poster poster,
      DeliverySettings settings,
      InstantSource clock) {
    this.destinations = destinations;
    this.secrets = secrets;
    this.poster = poster;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Never fails.
   *
   * @param tries before this one: each goes to the next of the addresses that the host has
   */
  public Future<Verdict> send(Webhook webhook, Message message, int tries) {
    long start = System.nanoTime();
    Destination destination;
    try {
      destination = Destination.parse(webhook.url());
    } catch (IllegalArgumentException invalid) {
      return Future.succeededFuture(
          Verdict.Failed.because("Its URL " + invalid.getMessage() + "."));
    }
    return destinations
        .addresses(destination)
        .compose(
            addresses ->
                poster.post(
                    destination,
                    chosen(addresses, tries),
                    headers(webhook, message),
                    message.body(),
                    settings.timeout().minusNanos(System.nanoTime() - start)))
        .map(this::verdict)
        .recover(cause -> Future.succeededFuture(failed(webhook, cause)));
  }

  private static InetSocketAddress chosen(List<InetSocketAddress> addresses, int tries) {
    return addresses.get(tries % addresses.size());
  }

  private MultiMap headers(Webhook webhook, Message message) {
    Instant now = clock.instant();
    return MultiMap.caseInsensitiveMultiMap()
        .add("content-type", "application/cloudevents+json; charset=utf-8")
        .add("user-agent", "Helium-Webhooks/1")
        .add("webhook-id", message.id())
        .add("webhook-timestamp", Long.toString(now.getEpochSecond()))
        .add(
            "webhook-signature",
            Signature.of(secrets.open(webhook, now), message.id(), now, message.body().getBytes()));
  }

  private Verdict verdict(Answer answer) {
    int status = answer.status();
    if (status >= OK && status < REDIRECTED) {
      return new Verdict.Delivered(status);
    }
    if (status == GONE) {
      return new Verdict.Gone(status);
    }
    String more = status >= REDIRECTED && status < REFUSED ? "; redirects are not followed." : ".";
    Duration asked =
        status == TOO_MANY || status == UNAVAILABLE
            ? RetryAfter.of(answer.retryAfter(), clock.instant(), settings.longestRetryAfter())
            : Duration.ZERO;
    return new Verdict.Failed(status, "It answered " + status + more, asked);
  }

  /** In words of Helium's own: the library's name addresses. */
  private Verdict failed(Webhook webhook, Throwable cause) {
    LOG.atDebug()
        .addKeyValue("webhook", webhook.id())
        .addKeyValue("failure", cause.getClass().getSimpleName())
        .log("a message was not sent");
    return Verdict.Failed.because(
        switch (cause) {
          case RefusedDestinationException refused -> "Its URL " + refused.getMessage() + ".";
          case NoAnswerException ignored ->
              "It did not answer within " + settings.timeout().toSeconds() + " s.";
          case SSLException ignored -> "No secure connection to it could be made.";
          case UnreadableException ignored ->
              "Its secret cannot be opened with the sealing keys at hand.";
          case Throwable ignored -> "No connection to it could be made, or it broke.";
        });
  }
}
