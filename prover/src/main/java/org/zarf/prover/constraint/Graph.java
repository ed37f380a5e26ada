package org.zarf.prover.constraint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zarf.air.Algebra;
import org.zarf.air.Cell;
import org.zarf.air.Expr;
import org.zarf.air.Leaf;
import org.zarf.algebra.KoalaBear;

/**
 * Reads expressions into a graph of nodes in which equal parts are one node. What is the same in
 * every row stays an expression, and constants are folded. Nodes come in an order in which each
 * needs only earlier ones.
 */
final class Graph implements Algebra<Value> {

  private static final int MINUS_ONE = KoalaBear.neg(KoalaBear.ONE);

  private final List<Node> nodes = new ArrayList<>();
  private final Map<Node, Integer> known = new HashMap<>();
  private final List<ColumnRead> columns = new ArrayList<>();
  private final List<Expr> uniforms = new ArrayList<>();

  /** The nodes, in order. */
  List<Node> nodes() {
    return nodes;
  }

  /** The base columns that are read. Column i stands as node -1 - i in operands. */
  List<ColumnRead> columns() {
    return columns;
  }

  /** The uniform values that are used. */
  List<Expr> uniforms() {
    return uniforms;
  }

  /** Adds the product of a value and a weight to an accumulator. */
  void accumulate(Value value, int accumulator, int weight) {
    if (value instanceof Value.Base(int node)) {
      nodes.add(new Node(Op.ADD_WEIGHTED, node, accumulator, weight));
    } else if (!isZero(value)) {
      nodes.add(new Node(Op.EXT_ADD_WEIGHTED, extension(value), accumulator, weight));
    }
  }

  /** Writes a value over the base field to an output. */
  void output(Value value, int output) {
    nodes.add(new Node(Op.OUTPUT, base(value), output, 0));
  }

  /** Writes a value to an output over the extension. */
  void extensionOutput(Value value, int output) {
    nodes.add(new Node(Op.EXT_OUTPUT, extension(value), output, 0));
  }

  @Override
  public Value constant(int value) {
    return new Value.Constant(value);
  }

  @Override
  public Value leaf(Leaf leaf) {
    return switch (leaf) {
      case Cell.Fixed fixed -> column(new ColumnRead(true, fixed.column(), false));
      case Cell cell -> column(new ColumnRead(false, cell.column(), false));
      case Leaf.Next(Cell of) -> column(new ColumnRead(false, of.column(), true));
      case Leaf.BusColumn(int column, boolean next) ->
          extension(next ? Op.LOAD_NEXT_BUS : Op.LOAD_BUS, column, 0, 0);
      case Leaf.BusChallenge _, Leaf.InstanceIndex _, Leaf.PublishedSum _ ->
          new Value.Uniform(leaf);
    };
  }

  @Override
  public Value sum(Value left, Value right) {
    if (isUniform(left) && isUniform(right)) {
      return left instanceof Value.Constant(int x) && right instanceof Value.Constant(int y)
          ? new Value.Constant(KoalaBear.add(x, y))
          : new Value.Uniform(expr(left).plus(expr(right)));
    }
    if (isZero(left) || isZero(right)) {
      return isZero(left) ? right : left;
    }
    if (left instanceof Value.Base(int x) && right instanceof Value.Base(int y)) {
      return base(Op.ADD, Math.min(x, y), Math.max(x, y));
    }
    if (left instanceof Value.Base(int x) && right instanceof Value.Constant(int k)) {
      return base(Op.ADD_CONSTANT, x, k);
    }
    if (left instanceof Value.Constant && right instanceof Value.Base) {
      return sum(right, left);
    }
    return extensionSum(left, right);
  }

  /** A sum whose value is over the extension. */
  private Value extensionSum(Value left, Value right) {
    if (right instanceof Value.Scaled(int node, Expr factor)) {
      return isUniform(left)
          ? extension(Op.AFFINE, node, uniform(factor), uniform(expr(left)))
          : extension(Op.ADD_SCALED, extension(left), node, uniform(factor));
    }
    if (left instanceof Value.Scaled) {
      return extensionSum(right, left);
    }
    if (left instanceof Value.Extension(int e)) {
      return switch (right) {
        case Value.Base(int b) -> extension(Op.EXT_ADD_BASE, e, b, 0);
        case Value.Extension(int f) -> extension(Op.EXT_ADD, Math.min(e, f), Math.max(e, f), 0);
        default -> extension(Op.EXT_ADD_UNIFORM, e, uniform(expr(right)), 0);
      };
    }
    if (right instanceof Value.Extension) {
      return extensionSum(right, left);
    }
    // A base value and a uniform one.
    return left instanceof Value.Base(int b)
        ? extension(Op.AFFINE, b, uniform(Expr.Constant.ONE), uniform(expr(right)))
        : extensionSum(right, left);
  }

  @Override
  public Value difference(Value left, Value right) {
    if (isZero(right)) {
      return left;
    }
    if (left instanceof Value.Base(int x) && right instanceof Value.Base(int y)) {
      return x == y ? new Value.Constant(KoalaBear.ZERO) : base(Op.SUBTRACT, x, y);
    }
    if (left instanceof Value.Constant(int k) && right instanceof Value.Base(int x)) {
      return base(Op.SUBTRACT_FROM_CONSTANT, x, k);
    }
    if (right instanceof Value.Extension(int f)) {
      if (left instanceof Value.Extension(int e)) {
        return extension(Op.EXT_SUBTRACT, e, f, 0);
      }
      if (isUniform(left)) {
        return extension(Op.EXT_SUBTRACT_FROM_UNIFORM, f, uniform(expr(left)), 0);
      }
    }
    if (left instanceof Value.Extension(int e) && right instanceof Value.Base(int b)) {
      return extension(Op.EXT_SUBTRACT_BASE, e, b, 0);
    }
    return sum(left, negated(right));
  }

  private Value negated(Value value) {
    return switch (value) {
      case Value.Constant(int k) -> new Value.Constant(KoalaBear.neg(k));
      case Value.Uniform(Expr expr) -> new Value.Uniform(expr.negated());
      case Value.Scaled(int node, Expr factor) -> new Value.Scaled(node, factor.negated());
      case Value.Base _, Value.Extension _ -> product(new Value.Constant(MINUS_ONE), value);
    };
  }

  @Override
  public Value product(Value left, Value right) {
    if (isZero(left) || isZero(right)) {
      return new Value.Constant(KoalaBear.ZERO);
    }
    if (isOne(left) || isOne(right)) {
      return isOne(left) ? right : left;
    }
    if (isUniform(left) && isUniform(right)) {
      return left instanceof Value.Constant(int x) && right instanceof Value.Constant(int y)
          ? new Value.Constant(KoalaBear.mul(x, y))
          : new Value.Uniform(expr(left).times(expr(right)));
    }
    if (isUniform(left)) {
      return uniformProduct(right, left);
    }
    if (isUniform(right)) {
      return uniformProduct(left, right);
    }
    if (left instanceof Value.Base(int x)) {
      return right instanceof Value.Base(int y)
          ? base(Op.MULTIPLY, Math.min(x, y), Math.max(x, y))
          : extension(Op.EXT_MULTIPLY_BASE, extension(right), x, 0);
    }
    if (right instanceof Value.Base) {
      return product(right, left);
    }
    int x = extension(left);
    int y = extension(right);
    return extension(Op.EXT_MULTIPLY, Math.min(x, y), Math.max(x, y), 0);
  }

  private Value uniformProduct(Value value, Value factor) {
    return switch (value) {
      case Value.Base(int node) ->
          factor instanceof Value.Constant(int k)
              ? base(Op.MULTIPLY_CONSTANT, node, k)
              : new Value.Scaled(node, expr(factor));
      case Value.Scaled(int node, Expr scale) -> new Value.Scaled(node, scale.times(expr(factor)));
      case Value.Extension(int node) ->
          factor instanceof Value.Constant(int k)
              ? extension(Op.EXT_MULTIPLY_CONSTANT, node, k, 0)
              : extension(Op.EXT_MULTIPLY_UNIFORM, node, uniform(expr(factor)), 0);
      case Value.Constant _, Value.Uniform _ -> throw new IllegalStateException("not folded");
    };
  }

  /** The node of a value over the base field. */
  private int base(Value value) {
    return switch (value) {
      case Value.Base(int node) -> node;
      case Value.Constant(int k) -> add(new Node(Op.CONSTANT, k, 0, 0));
      default -> throw new IllegalArgumentException("not over the base field: " + value);
    };
  }

  /** The node of a value, seen as one over the extension. */
  private int extension(Value value) {
    return switch (value) {
      case Value.Extension(int node) -> node;
      case Value.Scaled(int node, Expr factor) -> add(new Node(Op.SCALE, node, uniform(factor), 0));
      case Value.Base(int node) -> add(new Node(Op.SCALE, node, uniform(Expr.Constant.ONE), 0));
      case Value.Constant _, Value.Uniform _ ->
          add(new Node(Op.EXT_UNIFORM, uniform(expr(value)), 0, 0));
    };
  }

  private Value column(ColumnRead read) {
    int index = columns.indexOf(read);
    if (index < 0) {
      index = columns.size();
      columns.add(read);
    }
    return new Value.Base(-1 - index);
  }

  private Value base(Op op, int a, int b) {
    return new Value.Base(add(new Node(op, a, b, 0)));
  }

  private Value extension(Op op, int a, int b, int c) {
    return new Value.Extension(add(new Node(op, a, b, c)));
  }

  private int add(Node node) {
    Integer index = known.get(node);
    if (index == null) {
      index = nodes.size();
      nodes.add(node);
      known.put(node, index);
    }
    return index;
  }

  private int uniform(Expr expr) {
    int index = uniforms.indexOf(expr);
    if (index < 0) {
      index = uniforms.size();
      uniforms.add(expr);
    }
    return index;
  }

  private static boolean isUniform(Value value) {
    return value instanceof Value.Constant || value instanceof Value.Uniform;
  }

  private static Expr expr(Value value) {
    return switch (value) {
      case Value.Constant(int k) -> new Expr.Constant(k);
      case Value.Uniform(Expr expr) -> expr;
      default -> throw new IllegalArgumentException("not uniform: " + value);
    };
  }

  private static boolean isZero(Value value) {
    return value instanceof Value.Constant(int k) && k == KoalaBear.ZERO;
  }

  private static boolean isOne(Value value) {
    return value instanceof Value.Constant(int k) && k == KoalaBear.ONE;
  }
}
