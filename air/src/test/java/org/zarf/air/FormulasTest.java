package org.zarf.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.zarf.algebra.KoalaBear;
import org.zarf.testkit.Trials;

class FormulasTest {

  private final Columns columns = new Columns();
  private final Cell a = columns.felt("a");
  private final Cell b = columns.felt("b.x0");
  private final Cell c = columns.bit("c");

  private static String formula(Expr expr) {
    return new Formulas().of(expr);
  }

  @Test
  void readsAsOneWouldWriteIt() {
    assertThat(formula(a.plus(b).minus(c))).isEqualTo("a + b.x0 - c");
    assertThat(formula(a.minus(b.minus(c)))).isEqualTo("a - (b.x0 - c)");
    assertThat(formula(a.times(b.not()))).isEqualTo("a * (1 - b.x0)");
    assertThat(formula(a.times(1 << 16).plus(b.times(-3)))).isEqualTo("2^16 * a - 3 * b.x0");
    assertThat(formula(a.minus(b).over(1 << 16))).isEqualTo("(a - b.x0) / 2^16");
    assertThat(formula(a.plus(b.negated()).minus(-5))).isEqualTo("a - b.x0 + 5");
    assertThat(formula(a.negated().times(b))).isEqualTo("(-a) * b.x0");
    assertThat(formula(new Leaf.Next(a).minus(a).minus(1))).isEqualTo("next(a) - a - 1");
  }

  @Test
  void differencesAreEquations() {
    assertThat(new Formulas().equation(a.minus(b.plus(c)))).isEqualTo("a = b.x0 + c");
    assertThat(new Formulas().equation(a.times(b))).isEqualTo("a * b.x0 = 0");
  }

  @Test
  void namesIntegersOnce() {
    Expr carry = new Expr.Bounded(a.minus(b).over(1 << 16), 0, 1);
    var formulas = new Formulas();
    assertThat(formulas.of(carry.times(carry.minus(1)))).isEqualTo("t1 * (t1 - 1)");
    Expr same = new Expr.Bounded(a.minus(b).over(1 << 16), 0, 1);
    assertThat(formulas.of(List.of(same, c))).isEqualTo("(t1, c)");
    assertThat(formulas.parts())
        .containsExactly(new Formulas.Part("t1", "(a - b.x0) / 2^16", "0 to 1"));
  }

  @Test
  void namesLongFactors() {
    Expr sum = a;
    for (int i = 0; i < 20; i++) {
      sum = sum.plus(b);
    }
    var formulas = new Formulas();
    assertThat(formulas.of(c.times(sum))).isEqualTo("c * t1");
    assertThat(formulas.parts().getFirst().bounds()).isEmpty();
  }

  @Trials(2000)
  void saysWhatTheExpressionComputes(SplittableRandom random) {
    Expr expr = random(random, 6);
    int[][] main = new int[3][2];
    Map<String, Integer> values = new HashMap<>();
    for (Cell cell : List.of(a, b, c)) {
      for (int row = 0; row < 2; row++) {
        main[cell.column()][row] = KoalaBear.of(random.nextInt(KoalaBear.P));
      }
      values.put(cell.name(), main[cell.column()][0]);
      values.put("next(" + cell.name() + ")", main[cell.column()][1]);
    }
    var trace = new TableTrace(0, 1, main, new int[0][]);
    var formulas = new Formulas();
    String formula = formulas.of(expr);
    for (Formulas.Part part : formulas.parts()) {
      values.put(part.name(), new Parser(part.formula(), values).value());
    }
    assertThat(new Parser(formula, values).value())
        .as(formula)
        .isEqualTo(new Reader<>(new RowValues(trace, 0)).read(expr));
  }

  private Expr random(SplittableRandom random, int depth) {
    if (depth == 0 || random.nextInt(8) == 0) {
      return switch (random.nextInt(6)) {
        case 0 -> a;
        case 1 -> b;
        case 2 -> c;
        case 3 -> new Leaf.Next(b);
        case 4 -> Expr.of(random.nextInt(-300, 300));
        default -> Expr.of(1L << random.nextInt(31));
      };
    }
    Expr left = random(random, depth - 1);
    Expr right = random(random, depth - 1);
    return switch (random.nextInt(6)) {
      case 0 -> left.plus(right);
      case 1 -> left.minus(right);
      case 2 -> left.negated();
      case 3 -> left.over(1L << random.nextInt(1, 20));
      case 4 -> new Expr.Bounded(left, 0, 1);
      default -> left.times(right);
    };
  }

  /** Computes a formula: sums of products of names, integers, powers and parentheses. */
  private static final class Parser {

    private static final Pattern TOKEN =
        Pattern.compile("next\\([^)]*\\)|[a-z][a-z0-9.]*|[0-9]+(\\^[0-9]+)?|[-+*/()]");

    private final List<String> tokens;
    private final Map<String, Integer> values;
    private int at;

    Parser(String formula, Map<String, Integer> values) {
      this.tokens = TOKEN.matcher(formula).results().map(r -> r.group()).toList();
      this.values = values;
    }

    int value() {
      int value = sum();
      assertThat(at).isEqualTo(tokens.size());
      return value;
    }

    private boolean accept(String token) {
      boolean found = at < tokens.size() && tokens.get(at).equals(token);
      if (found) {
        at++;
      }
      return found;
    }

    private int sum() {
      int value = product();
      while (true) {
        if (accept("+")) {
          value = KoalaBear.add(value, product());
        } else if (accept("-")) {
          value = KoalaBear.sub(value, product());
        } else {
          return value;
        }
      }
    }

    private int product() {
      boolean isNegative = accept("-");
      int value = atom();
      while (true) {
        if (accept("*")) {
          value = KoalaBear.mul(value, atom());
        } else if (accept("/")) {
          value = KoalaBear.mul(value, KoalaBear.inverse(atom()));
        } else {
          return isNegative ? KoalaBear.sub(KoalaBear.ZERO, value) : value;
        }
      }
    }

    private int atom() {
      if (accept("(")) {
        int value = sum();
        assertThat(accept(")")).isTrue();
        return value;
      }
      String token = tokens.get(at++);
      if (values.containsKey(token)) {
        return values.get(token);
      }
      String[] power = token.split("\\^");
      long base = Long.parseLong(power[0]);
      return KoalaBear.of(power.length == 1 ? base : 1L << Integer.parseInt(power[1]));
    }
  }
}
