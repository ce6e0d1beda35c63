package dev.helium.backends.helm.rendering;

import com.marcnuri.helm.jni.NativeLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Where Helm is: a shared library in a jar, one for each kind of machine. */
final class HelmLibrary {
  private static final HelmLibrary SHARED = new HelmLibrary();

  private Path file;

  private HelmLibrary() {}

  static HelmLibrary shared() {
    return SHARED;
  }

  /** Why there is none for this machine; empty when there is one. It is not tried. */
  static Optional<String> problem() {
    try {
      return find().isPresent()
          ? Optional.empty()
          : Optional.of("has no Helm library for this kind of machine: " + machine());
    } catch (ServiceConfigurationError unusable) {
      return Optional.of("has a Helm library that is not for this kind of machine: " + machine());
    }
  }

  static String machine() {
    return System.getProperty("os.name") + " " + System.getProperty("os.arch");
  }

  /**
   * On the disk, in the user's cache or, where there is no such folder, for this process alone:
   * unpacking takes a second and 100 MB.
   */
  synchronized Path file() throws IOException {
    if (file == null || !Files.exists(file)) {
      NativeLibrary library = find().orElseThrow(() -> new IOException(problem().orElseThrow()));
      URLConnection packed = packed(library).openConnection();
      Path kept = folder().resolve(packed.getContentLengthLong() + "-" + library.getBinaryName());
      if (!Files.exists(kept)) {
        unpack(packed, kept);
      }
      file = kept;
    }
    return file;
  }

  private static URL packed(NativeLibrary library) throws IOException {
    URL packed = library.getClass().getResource("/" + library.getBinaryName());
    if (packed == null) {
      throw new IOException("a Helm library that is not in its jar");
    }
    return packed;
  }

  /** Whole or not at all, whoever else does the same at the same time. */
  private static void unpack(URLConnection packed, Path kept) throws IOException {
    Path draft = Files.createTempFile(kept.getParent(), "draft", ".part");
    try (InputStream stream = packed.getInputStream()) {
      Files.copy(stream, draft, StandardCopyOption.REPLACE_EXISTING);
      Files.move(draft, kept, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static Path folder() throws IOException {
    // A user without a home has "?" for one.
    Path home = Path.of(System.getProperty("user.home"));
    try {
      if (home.isAbsolute()) {
        return Files.createDirectories(home.resolve(".cache/helium/helm"));
      }
    } catch (IOException notWritable) {
      return temporary();
    }
    return temporary();
  }

  private static Path temporary() throws IOException {
    Path folder = Files.createTempDirectory("helium-helm-");
    folder.toFile().deleteOnExit();
    return folder;
  }

  /** Never the one that the library would download. */
  private static Optional<NativeLibrary> find() {
    return ServiceLoader.load(NativeLibrary.class, HelmLibrary.class.getClassLoader()).findFirst();
  }
}
