package dev.helium.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Everything that a world shows or leaves behind, piece by piece, with the bytes of each as
 * characters.
 */
final class Remains {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(200);

  private final StoryWorld world;
  private final Map<String, List<Secret>> found = new LinkedHashMap<>();
  private final List<Secret> secrets;

  /** Nothing has been looked at yet. */
  Remains(StoryWorld world, List<Secret> secrets) {
    this.world = world;
    this.secrets = List.copyOf(secrets);
  }

  /** What was found so far, by where it was. */
  Map<String, List<Secret>> found() {
    return found;
  }

  void look(String piece, byte[] content) {
    look(piece, new String(content, StandardCharsets.ISO_8859_1));
  }

  void look(String piece, String content) {
    List<Secret> here = secrets.stream().filter(secret -> secret.isIn(content)).toList();
    if (!here.isEmpty()) {
      found.put(piece, here);
    }
  }

  /** The command lines of all processes that are there now. */
  void processes() {
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[1-9]*")) {
      for (Path process : processes) {
        file(process.resolve("cmdline"));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void metrics() {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (URI service : world.metrics()) {
        look(
            service.toString(),
            client
                .send(
                    HttpRequest.newBuilder(service).timeout(LIMIT).build(),
                    BodyHandlers.ofByteArray())
                .body());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** All files of a world but those that are there to hold secrets, and those of the cluster. */
  void files() {
    Path root = world.home().root();
    List<Path> left =
        List.of(
            world.home().token(),
            world.home().keys(),
            world.home().clusters(),
            world.home().kubeconfigs(),
            world.home().kafka(),
            // The cluster's own store and identities.
            world.home().cluster());
    walk(root, left, "");
    walk(world.home().kafka(), List.of(), ".log");
    walk(world.home().cluster().resolve("logs"), List.of(), "");
  }

  /** Keys, bodies and headers of all records of all topics. */
  void topics() {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", world.bootstrap(), "enable.auto.commit", "false"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.listTopics().values().stream()
              .flatMap(List::stream)
              .map((PartitionInfo one) -> new TopicPartition(one.topic(), one.partition()))
              .filter(one -> one.topic().startsWith("helium."))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      long deadline = System.nanoTime() + LIMIT.toNanos();
      while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException("the topics could not be read to their end");
        }
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          look(record);
        }
      }
    }
  }

  private void look(ConsumerRecord<byte[], byte[]> record) {
    String where = record.topic() + "/" + record.partition() + "/" + record.offset();
    List<byte[]> parts = new ArrayList<>();
    parts.add(record.key());
    parts.add(record.value());
    record.headers().forEach(header -> parts.add(header.value()));
    parts.stream().filter(part -> part != null).forEach(part -> look(where, part));
  }

  private void walk(Path folder, List<Path> left, String suffix) {
    try {
      Files.walkFileTree(
          folder,
          new Visitor(
              left,
              (file, ignored) -> {
                if (file.toString().endsWith(suffix)) {
                  file(file);
                }
              }));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void file(Path file) {
    try {
      look(file.toString(), Files.readAllBytes(file));
    } catch (NoSuchFileException gone) {
      // It was there for a moment only.
    } catch (IOException failure) {
      if (!file.startsWith("/proc")) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final List<Path> left;
    private final BiConsumer<Path, BasicFileAttributes> action;

    Visitor(List<Path> left, BiConsumer<Path, BasicFileAttributes> action) {
      this.left = left;
      this.action = action;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return left.contains(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!left.contains(file)) {
        action.accept(file, attributes);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException gone) {
      return FileVisitResult.CONTINUE;
    }
  }
}
