package dev.helium.gateway.identity;

import dev.helium.service.ConfigurationException;
import dev.helium.service.Environment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How it is found out who asks, as the environment says it. */
public final class AuthenticationEnvironment {
  private static final Logger LOG = LoggerFactory.getLogger(AuthenticationEnvironment.class);
  private static final String MODE = "HELIUM_AUTH";
  private static final String TOKEN = "HELIUM_TOKEN_FILE";
  private static final String TOKENS = "HELIUM_TOKENS_FILE";
  private static final String PROXIES = "HELIUM_TRUSTED_PROXIES";
  private static final String FORWARDED = "HELIUM_FORWARDED_ROLE";

  private AuthenticationEnvironment() {}

  /**
   * Reads the files of tokens, and so blocks.
   *
   * @param bind where HTTP is served
   */
  public static AuthenticationSettings of(Environment environment, String bind) {
    return new AuthenticationSettings(
        switch (environment.text(MODE, "on")) {
          case "on" -> sources(environment);
          case "off" -> {
            if (!isLoopback(bind)) {
              throw new ConfigurationException(
                  MODE, "can be off only while HELIUM_BIND is a loopback address");
            }
            LOG.atWarn().log("authentication is off: whoever reaches this machine may do anything");
            yield List.of();
          }
          default -> throw new ConfigurationException(MODE, "must be on or off");
        },
        proxies(environment),
        Role.of(environment.text(FORWARDED, Role.USER.word()))
            .orElseThrow(() -> new ConfigurationException(FORWARDED, Role.RULE)));
  }

  private static List<CredentialSource> sources(Environment environment) {
    List<CredentialSource> sources = new ArrayList<>();
    environment.optionalPath(TOKEN).ifPresent(file -> sources.add(development(file)));
    environment.optionalPath(TOKENS).ifPresent(file -> sources.add(tokens(file)));
    OidcEnvironment.of(environment)
        .ifPresent(settings -> sources.add(new CredentialSource.Issuer(settings)));
    if (sources.isEmpty()) {
      throw new ConfigurationException(
          TOKEN,
          "must be set, or HELIUM_TOKENS_FILE or HELIUM_OIDC_ISSUER,"
              + " or HELIUM_AUTH be off for development on this machine");
    }
    return sources;
  }

  private static CredentialSource development(Path file) {
    try {
      return new CredentialSource.Development(TokenDigest.read(file));
    } catch (IOException unreadable) {
      throw new ConfigurationException(TOKEN, "must be a file that can be read");
    } catch (IllegalArgumentException invalid) {
      throw new ConfigurationException(TOKEN, invalid.getMessage());
    }
  }

  /** One that is not there yet has no tokens: the first one is put into it while this runs. */
  private static CredentialSource tokens(Path file) {
    try {
      return new CredentialSource.Tokens(file, TokenFile.read(file));
    } catch (NoSuchFileException none) {
      return new CredentialSource.Tokens(file, TokenSet.EMPTY);
    } catch (IOException unreadable) {
      throw new ConfigurationException(TOKENS, "must be a file that can be read");
    } catch (TokensException invalid) {
      throw new ConfigurationException(TOKENS, "breaks rules: " + invalid.getMessage());
    }
  }

  private static TrustedProxies proxies(Environment environment) {
    Optional<String> text = environment.find(PROXIES);
    try {
      return text.map(TrustedProxies::parse).orElse(TrustedProxies.HERE);
    } catch (IllegalArgumentException invalid) {
      throw new ConfigurationException(PROXIES, TrustedProxies.RULE + ", or none");
    }
  }

  /** Whether only this machine reaches the address. */
  public static boolean isLoopback(String bind) {
    try {
      return InetAddress.getByName(bind).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      throw new ConfigurationException("HELIUM_BIND", "must be an address of this machine");
    }
  }
}
