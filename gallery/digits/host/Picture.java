package org.zarf.gallery.digits;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.zarf.sdk.ProvedRun;
import org.zarf.verifier.ProgramId;
import org.zarf.verifier.ReceiptCodec;

/**
 * A picture of a proved run, as SVG: on the left what the prover alone sees, the images and their
 * logits; on the right what the receipt tells everyone.
 */
final class Picture {

  private static final int WIDTH = 900;
  private static final int BORDER = 430;
  private static final int HEADER = 84;
  private static final int ROW = 140;
  private static final int FOOTER = 132;
  private static final int PIXEL = 8;
  private static final int BARS_LEFT = 170;
  private static final int BARS_HEIGHT = 90;

  private final StringBuilder svg = new StringBuilder();

  private Picture() {}

  /** The picture of a run that answered a question; every image becomes a row. */
  static String of(Question question, ProvedRun proved, ProgramId program) {
    var picture = new Picture();
    Answer answer = Answer.of(proved.receipt().journal());
    int rowsEnd = HEADER + ROW * answer.images().size();
    picture.frame(rowsEnd + FOOTER);
    picture.privatePart(question, rowsEnd);
    picture.publicPart(answer, proved, program, rowsEnd);
    return picture.svg.append("</svg>\n").toString();
  }

  private void frame(int height) {
    add(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' width='%d'"
            + " font-family='sans-serif' font-size='13' fill='#1f2430'>",
        WIDTH, height, WIDTH);
    add("<rect width='%d' height='%d' fill='#ffffff'/>", WIDTH, height);
    add("<rect width='%d' height='%d' fill='#fdf1ea'/>", BORDER, height);
    add("<rect x='%d' width='%d' height='%d' fill='#eaf4ee'/>", BORDER, WIDTH - BORDER, height);
    add(
        "<path d='M%d 0V%d' stroke='#1f2430' stroke-width='2' stroke-dasharray='6 5'/>",
        BORDER, height);
  }

  private void privatePart(Question question, int rowsEnd) {
    add("<g id='private'>");
    text(24, 34, 18, "Private: only the prover sees this");
    text(24, 58, 13, "images, and the logits that the network gives each digit");
    Network network = Network.decode(question.model().bytes());
    int y = HEADER;
    for (var image : question.images()) {
      pixels(image.bytes(), y);
      bars(network.logits(image.bytes()), y);
      y += ROW;
    }
    text(24, rowsEnd + 20, 13, "and the weights of the network, with all salts");
    add("</g>");
  }

  private void pixels(byte[] pixels, int top) {
    int size = Network.SIDE * PIXEL;
    add("<rect x='24' y='%d' width='%d' height='%d' fill='#ffffff'/>", top, size, size);
    for (int i = 0; i < pixels.length; i++) {
      int ink = Byte.toUnsignedInt(pixels[i]);
      if (ink > 0) {
        int shade = (255 - ink) * 0x010101;
        add(
            "<rect x='%d' y='%d' width='%d' height='%d' fill='#%06x'/>",
            24 + i % Network.SIDE * PIXEL, top + i / Network.SIDE * PIXEL, PIXEL, PIXEL, shade);
      }
    }
  }

  private void bars(int[] logits, int top) {
    int digit = Network.digit(logits);
    long least = Arrays.stream(logits).min().orElseThrow();
    long range = Math.max(1, logits[digit] - least);
    for (int o = 0; o < logits.length; o++) {
      long height = 2 + (logits[o] - least) * (BARS_HEIGHT - 2) / range;
      int x = BARS_LEFT + 24 * o;
      add(
          "<rect x='%d' y='%d' width='16' height='%d' fill='%s'/>",
          x, top + BARS_HEIGHT - height, height, o == digit ? "#c2410c" : "#b9bec9");
      text(x + 4, top + BARS_HEIGHT + 18, 13, Integer.toString(o));
    }
  }

  private void publicPart(Answer answer, ProvedRun proved, ProgramId program, int rowsEnd) {
    int left = BORDER + 24;
    add("<g id='public'>");
    text(left, 34, 18, "Public: what the receipt tells everyone");
    text(left, 58, 13, "digits, and commitments to images and network");
    int y = HEADER;
    for (Answer.Seen seen : answer.images()) {
      text(left, y + 76, 84, Integer.toString(seen.digit()));
      hash(left + 80, y + 36, "is what the network sees in the image", seen.commitment());
      y += ROW;
    }
    hash(left, rowsEnd + 4, "network", answer.network());
    hash(left, rowsEnd + 44, "program", HexFormat.of().parseHex(program.toString()));
    long kilobytes = ReceiptCodec.encode(proved.receipt()).length / 1000;
    text(
        left,
        rowsEnd + 100,
        12,
        String.format(
            Locale.ROOT,
            "proved in %.1f s, verified in %d ms; receipt of %,d kB; 128 proven bits, hiding",
            proved.proveNanos() / 1e9,
            proved.verifyNanos() / 1_000_000,
            kilobytes));
    add("</g>");
  }

  /** A label, and below it 32 bytes in hexadecimal, on two lines. */
  private void hash(int x, int y, String label, byte[] digest) {
    String hex = HexFormat.of().formatHex(digest);
    text(x, y, 12, label);
    for (String half : List.of(hex.substring(0, 32), hex.substring(32))) {
      y += 14;
      add("<text x='%d' y='%d' font-size='12' font-family='monospace'>%s</text>", x, y, half);
    }
  }

  private void text(int x, int y, int size, String content) {
    add("<text x='%d' y='%d' font-size='%d'>%s</text>", x, y, size, content);
  }

  @SuppressWarnings("AnnotateFormatMethod") // no dependency of ours has the annotation
  private void add(String element, Object... values) {
    svg.append(String.format(Locale.ROOT, element, values)).append('\n');
  }
}
