package org.zarf.gallery.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zarf.gallery.audit.Entry.Balance;
import org.zarf.gallery.audit.Entry.Payment;

/**
 * A private ledger.
 *
 * @param entries its lines, in order
 */
record Ledger(List<Entry> entries) {

  /** What the ledger says of an account, in cents; null for a balance that no line has told. */
  private static final class Account {
    @Nullable Long opening;
    @Nullable Long closing;
    long payments;
  }

  /**
   * Reads a ledger, an {@link Entry} on each line; empty lines are skipped.
   *
   * @throws MalformedException if a line cannot be read; the message names it
   */
  static Ledger parse(String text) throws MalformedException {
    var entries = new ArrayList<Entry>();
    int number = 0;
    for (String line : split(text, '\n')) {
      number++;
      if (line.isEmpty()) {
        continue;
      }
      try {
        entries.add(Entry.parse(line));
      } catch (MalformedException e) {
        throw new MalformedException("line " + number + ": " + e.getMessage());
      }
    }
    return new Ledger(entries);
  }

  /**
   * The parts of a text between separators; {@code String.split} would take regular expressions.
   */
  static List<String> split(String text, char separator) {
    var parts = new ArrayList<String>();
    int start = 0;
    for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
      parts.add(text.substring(start, end));
      start = end + 1;
    }
    parts.add(text.substring(start));
    return parts;
  }

  /**
   * What the rules object to, a sentence each: payments above the limit, payments without a second
   * pair of eyes, sanctioned counterparties, numbers used twice, and accounts that do not
   * reconcile.
   */
  List<String> findings(Rules rules) {
    var findings = new ArrayList<String>();
    var accounts = new TreeMap<String, Account>();
    var ids = new HashSet<String>();
    for (Entry entry : entries) {
      switch (entry) {
        case Payment payment -> {
          Account account = accounts.computeIfAbsent(payment.account(), _ -> new Account());
          account.payments = Math.addExact(account.payments, payment.amount());
          if (!ids.add(payment.id())) {
            findings.add(payment.id() + " is used twice");
          }
          check(payment, rules, findings);
        }
        case Balance balance -> {
          Account account = accounts.computeIfAbsent(balance.account(), _ -> new Account());
          boolean isKnown = (balance.isOpening() ? account.opening : account.closing) != null;
          if (isKnown) {
            findings.add(balance.account() + " has two balances of a kind");
          } else if (balance.isOpening()) {
            account.opening = balance.amount();
          } else {
            account.closing = balance.amount();
          }
        }
      }
    }
    reconcile(accounts, findings);
    return findings;
  }

  private static void check(Payment payment, Rules rules, List<String> findings) {
    long size = Math.abs(payment.amount());
    if (size > rules.limit()) {
      findings.add(payment.id() + " exceeds the limit: " + Amount.text(size));
    }
    boolean hasTwo =
        !payment.approvedBy().isEmpty()
            && !Rules.normal(payment.approvedBy()).equals(Rules.normal(payment.enteredBy()));
    if (size >= rules.fourEyes() && !hasTwo) {
      findings.add(payment.id() + " has no second pair of eyes");
    }
    if (rules.isSanctioned(payment.counterparty())) {
      findings.add(payment.id() + " is with " + payment.counterparty());
    }
  }

  private static void reconcile(Map<String, Account> accounts, List<String> findings) {
    accounts.forEach(
        (name, account) -> {
          Long opening = account.opening;
          Long closing = account.closing;
          if (opening == null || closing == null) {
            findings.add(name + " lacks a balance");
          } else if (Math.addExact(opening, account.payments) != closing) {
            findings.add(name + " does not reconcile");
          }
        });
  }
}
