package dev.helium.wire;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.helium.domain.Digest;
import dev.helium.domain.SealedContent;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.webhook.WebhookId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Seals uploads with AES-256-GCM, bound to their workspace, secrets of webhooks, and what browsers
 * keep. The key set may hold several keys: the primary one seals, every one unseals, so keys can be
 * rotated.
 */
public final class Sealing {
  private static final Configuration CONFIGURATION = AeadConfig2026.get();

  /** What browsers are given to keep, and bring back without being able to read or change it. */
  public enum Purpose {
    /** That somebody has signed in. */
    SESSION,
    /** That somebody is about to sign in at an issuer. */
    SIGN_IN,
    /** That a form was shown to somebody. */
    FORM
  }

  private final Aead aead;

  private Sealing(Aead aead) {
    this.aead = aead;
  }

  /**
   * Reads a key set in Tink's JSON format; a missing file is made, readable by its owner only.
   *
   * @throws IOException when the file can be neither read nor made, or holds no key set
   */
  public static Sealing open(Path keySet) throws IOException {
    try {
      if (!Files.exists(keySet)) {
        create(keySet);
      }
      KeysetHandle handle =
          TinkJsonProtoKeysetFormat.parseKeyset(
              Files.readString(keySet), CONFIGURATION, InsecureSecretKeyAccess.get());
      return new Sealing(handle.getPrimitive(CONFIGURATION, Aead.class));
    } catch (GeneralSecurityException invalid) {
      throw new IOException(keySet + " does not hold a Tink AEAD key set in JSON", invalid);
    }
  }

  public SealedContent seal(WorkspaceId workspace, byte[] content) {
    return seal(associated(workspace), content);
  }

  /** A secret, bound to its webhook. */
  public SealedContent seal(WebhookId webhook, byte[] secret) {
    return seal(associated(webhook), secret);
  }

  /** The plain content, or an {@link UnreadableException} when key, workspace or content differ. */
  public byte[] unseal(WorkspaceId workspace, SealedContent sealed) {
    return unseal(associated(workspace), sealed);
  }

  /** The plain secret, or an {@link UnreadableException} when key, webhook or secret differ. */
  public byte[] unseal(WebhookId webhook, SealedContent sealed) {
    return unseal(associated(webhook), sealed);
  }

  /** Text that may stand in a cookie, a form or an address. */
  public String seal(Purpose purpose, byte[] content) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(aead.encrypt(content, associated(purpose)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("sealing failed", impossible);
    }
  }

  /** What was sealed, or an {@link UnreadableException} when it was not, or for something else. */
  public byte[] unseal(Purpose purpose, String sealed) {
    try {
      return aead.decrypt(Base64.getUrlDecoder().decode(sealed), associated(purpose));
    } catch (GeneralSecurityException | IllegalArgumentException invalid) {
      throw new UnreadableException("it was not sealed for this with the keys at hand", invalid);
    }
  }

  private SealedContent seal(byte[] associated, byte[] content) {
    try {
      byte[] ciphertext = aead.encrypt(content, associated);
      return new SealedContent(digest(content), Base64.getEncoder().encodeToString(ciphertext));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("sealing failed", impossible);
    }
  }

  private byte[] unseal(byte[] associated, SealedContent sealed) {
    try {
      byte[] content = aead.decrypt(Base64.getDecoder().decode(sealed.ciphertext()), associated);
      if (!digest(content).equals(sealed.digest())) {
        throw new UnreadableException("the sealed content does not have its digest");
      }
      return content;
    } catch (GeneralSecurityException | IllegalArgumentException invalid) {
      throw new UnreadableException(
          "the sealed content cannot be opened with the keys at hand", invalid);
    }
  }

  private static Digest digest(byte[] content) {
    try {
      return new Digest(
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private static byte[] associated(WorkspaceId workspace) {
    return workspace.value().getBytes(StandardCharsets.UTF_8);
  }

  /** No workspace has such a name, so neither opens what is the other's. */
  private static byte[] associated(WebhookId webhook) {
    return ("webhook/" + webhook.value()).getBytes(StandardCharsets.UTF_8);
  }

  /** Neither a workspace nor a webhook is called so. */
  private static byte[] associated(Purpose purpose) {
    return ("purpose/" + purpose.name()).getBytes(StandardCharsets.UTF_8);
  }

  /** Linked into place whole, so that of several services starting at once one key set wins. */
  private static void create(Path keySet) throws IOException, GeneralSecurityException {
    Path directory = keySet.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    Path whole =
        Files.createTempFile(
            directory,
            "sealing",
            ".json",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(
          whole,
          TinkJsonProtoKeysetFormat.serializeKeyset(
              KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, CONFIGURATION),
              CONFIGURATION,
              InsecureSecretKeyAccess.get()));
      Files.createLink(keySet, whole);
    } catch (FileAlreadyExistsException another) {
      // Somebody else's key set came first and is the one to use.
      return;
    } finally {
      Files.delete(whole);
    }
  }
}
