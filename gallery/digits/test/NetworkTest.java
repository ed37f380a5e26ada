package org.zarf.gallery.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.zarf.testkit.Trials;

/** The guest computes what the network on the JVM computes: every logit and every digit. */
class NetworkTest {

  private static final int MAX_IMAGES = 64;

  @Test
  void onAllSamples() throws IOException {
    List<Sample> samples = Sample.read(Runs.FOLDER.resolve("samples.bin"));
    assertThat(samples).hasSize(100);
    List<byte[]> images = samples.stream().map(Sample::pixels).toList();
    agree(Runs.MODEL, images.subList(0, 50));
    agree(Runs.MODEL, images.subList(50, 100));
  }

  @Test
  void theNetworkIsRightOnNearlyAllSamples() throws IOException {
    Network network = Network.decode(Runs.MODEL);
    long right =
        Sample.read(Runs.FOLDER.resolve("samples.bin")).stream()
            .filter(sample -> Network.digit(network.logits(sample.pixels())) == sample.digit())
            .count();
    assertThat(right).isGreaterThanOrEqualTo(98);
  }

  @Trials(20)
  void onAnyNetworkAndAnyImage(SplittableRandom random) {
    var images = new ArrayList<byte[]>();
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      var image = new byte[Network.PIXELS];
      random.nextBytes(image);
      images.add(image);
    }
    int magnitude = 1 << random.nextInt(1, 25);
    agree(model(random, random.nextInt(-128, 1), 127, magnitude), images);
  }

  /** Where the sums of two outputs, which share a register in the guest, are largest. */
  @Test
  void onTheLargestValues() {
    var random = new SplittableRandom(1);
    var white = new byte[Network.PIXELS];
    var black = new byte[Network.PIXELS];
    Arrays.fill(black, (byte) 255);
    List<byte[]> images = List.of(white, black);
    for (int weight : List.of(-128, 127)) {
      agree(model(random, weight, weight, 1 << 24), images);
    }
    agree(constant((byte) 127, 1 << 24, 1 << 24), images);
    agree(constant((byte) -128, -(1 << 24), 1 << 24), images);
    agree(constant((byte) -128, 1 << 24, 1), images);
  }

  /** A network that sees all digits equally: the first of the equal logits counts. */
  @Test
  void onEqualLogits() {
    byte[] model = constant((byte) 1, 5, 1 << 20);
    agree(model, List.of(new byte[Network.PIXELS]));
    assertThat(Network.digit(Network.decode(model).logits(new byte[Network.PIXELS]))).isZero();
  }

  @Test
  void asManyImagesAsTheGuestTakes() throws IOException {
    List<Sample> samples = Sample.read(Runs.FOLDER.resolve("samples.bin"));
    agree(Runs.MODEL, samples.subList(0, MAX_IMAGES).stream().map(Sample::pixels).toList());
  }

  @Test
  void aModelOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> Network.decode(new byte[3927]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a model has 3928 bytes, this has 3927");
  }

  private static void agree(byte[] model, List<byte[]> images) {
    Network network = Network.decode(model);
    Question question = Runs.question(model, images);
    Runs.Ended ended = Runs.run(question.input());
    assertThat(ended.exitCode()).isZero();
    Answer answer = Answer.of(ended.journal());
    assertThat(answer.network()).isEqualTo(question.model().commitment());
    assertThat(answer.images()).hasSameSizeAs(images);
    String[] lines = ended.printed().split("\n", -1);
    for (int i = 0; i < images.size(); i++) {
      int[] logits = network.logits(images.get(i));
      assertThat(Runs.numbers(lines[i])).as("logits of image %d", i).isEqualTo(logits);
      assertThat(answer.images().get(i).digit()).isEqualTo(Network.digit(logits));
      assertThat(answer.images().get(i).commitment())
          .isEqualTo(question.images().get(i).commitment());
    }
  }

  private static byte[] model(SplittableRandom random, int least, int most, int magnitude) {
    var out = ByteBuffer.allocate(Network.MODEL_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int[] layer : Runs.LAYERS) {
      for (int i = 0; i < layer[0] * layer[1]; i++) {
        out.put((byte) random.nextInt(least, most + 1));
      }
      for (int i = 0; i < layer[0]; i++) {
        out.putInt(random.nextInt(-magnitude, magnitude + 1));
      }
      if (layer[0] != Network.CLASSES) {
        out.putInt(random.nextInt(1, (1 << random.nextInt(1, 25)) + 1));
      }
    }
    return out.array();
  }

  private static byte[] constant(byte weight, int bias, int multiplier) {
    var out = ByteBuffer.allocate(Network.MODEL_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int[] layer : Runs.LAYERS) {
      for (int i = 0; i < layer[0] * layer[1]; i++) {
        out.put(weight);
      }
      for (int i = 0; i < layer[0]; i++) {
        out.putInt(bias);
      }
      if (layer[0] != Network.CLASSES) {
        out.putInt(multiplier);
      }
    }
    return out.array();
  }
}
