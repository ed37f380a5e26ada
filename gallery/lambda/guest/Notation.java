package org.zarf.gallery.lambda;

import java.util.ArrayList;
import java.util.List;
import org.zarf.gallery.lambda.Term.Abstraction;
import org.zarf.gallery.lambda.Term.Application;
import org.zarf.gallery.lambda.Term.Free;
import org.zarf.gallery.lambda.Term.Variable;

/**
 * Terms as text: {@code \x y. x} is an abstraction over two variables, {@code f x y} applies f to x
 * and the result to y, an abstraction reaches as far as it can, and whole numbers are Church
 * numerals.
 */
final class Notation {

  private static final int LARGEST_NUMERAL = 1000;

  private final String text;
  private final List<String> bound = new ArrayList<>();
  private int at;

  private Notation(String text) {
    this.text = text;
  }

  /**
   * Reads a term.
   *
   * @throws IllegalArgumentException if the text is none; the message says where
   */
  static Term read(String text) {
    var notation = new Notation(text);
    Term term = notation.term();
    if (notation.peek() != 0) {
      throw notation.expected("the end");
    }
    return term;
  }

  private Term term() {
    if (peek() == '\\' || peek() == 'λ') {
      at++;
      return abstraction();
    }
    Term term = operand();
    while (peek() != 0 && peek() != ')') {
      Term argument = peek() == '\\' || peek() == 'λ' ? term() : operand();
      term = new Application(term, argument);
    }
    return term;
  }

  private Term abstraction() {
    String name = name();
    bound.add(name);
    Term body;
    if (peek() == '.') {
      at++;
      body = term();
    } else {
      body = abstraction();
    }
    bound.removeLast();
    return new Abstraction(name, body);
  }

  private Term operand() {
    if (peek() == '(') {
      at++;
      Term term = term();
      if (peek() != ')') {
        throw expected("a closing parenthesis");
      }
      at++;
      return term;
    }
    if (isDigit(peek())) {
      return numeral(number());
    }
    String name = name();
    int place = bound.lastIndexOf(name);
    return place < 0 ? new Free(name) : new Variable(bound.size() - 1 - place);
  }

  private int number() {
    int value = 0;
    while (at < text.length() && isDigit(text.charAt(at))) {
      value = 10 * value + text.charAt(at++) - '0';
      if (value > LARGEST_NUMERAL) {
        throw expected("a number of at most " + LARGEST_NUMERAL);
      }
    }
    return value;
  }

  private String name() {
    if (isDigit(peek())) {
      throw expected("a name");
    }
    int from = at;
    while (at < text.length() && isOfName(text.charAt(at))) {
      at++;
    }
    if (at == from) {
      throw expected("a name");
    }
    return text.substring(from, at);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isOfName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '\'' || isDigit(c);
  }

  /** The next character that is no space, or 0 at the end. */
  private char peek() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private IllegalArgumentException expected(String what) {
    return new IllegalArgumentException("expected " + what + " at character " + at);
  }

  /** The numeral that applies a function so many times. */
  private static Term numeral(int value) {
    Term body = new Variable(0);
    for (int i = 0; i < value; i++) {
      body = new Application(new Variable(1), body);
    }
    return new Abstraction("f", new Abstraction("x", body));
  }

  /** The number that a term in normal form is the numeral of, or -1. */
  static int numberOf(Term term) {
    if (!(term instanceof Abstraction(String _, Abstraction(String _, Term body)))) {
      return -1;
    }
    int value = 0;
    Term rest = body;
    while (rest instanceof Application(Variable(int function), Term argument) && function == 1) {
      value++;
      rest = argument;
    }
    return rest instanceof Variable(int index) && index == 0 ? value : -1;
  }

  /** The text of a term; bound variables get other names where theirs would be misread. */
  static String write(Term term) {
    var out = new StringBuilder();
    write(term, new ArrayList<>(), out);
    return out.toString();
  }

  private static void write(Term term, List<String> names, StringBuilder out) {
    switch (term) {
      case Variable(int index) -> out.append(names.get(names.size() - 1 - index));
      case Free(String name) -> out.append(name);
      case Abstraction(String name, Term body) -> {
        String unused = name;
        while (names.contains(unused) || body.hasFree(unused)) {
          unused += "'";
        }
        names.add(unused);
        out.append('\\').append(unused).append(". ");
        write(body, names, out);
        names.removeLast();
      }
      case Application(Term function, Term argument) -> {
        writeOperand(function, function instanceof Abstraction, names, out);
        out.append(' ');
        boolean isClosed = argument instanceof Variable || argument instanceof Free;
        writeOperand(argument, !isClosed, names, out);
      }
    }
  }

  private static void writeOperand(
      Term term, boolean inParentheses, List<String> names, StringBuilder out) {
    if (inParentheses) {
      out.append('(');
    }
    write(term, names, out);
    if (inParentheses) {
      out.append(')');
    }
  }
}
