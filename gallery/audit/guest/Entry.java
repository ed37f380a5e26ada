package org.zarf.gallery.audit;

import java.util.List;

/** A line of the ledger. */
sealed interface Entry {

  /**
   * A payment: {@code payment,ID,DATE,ACCOUNT,COUNTERPARTY,AMOUNT,ENTERED BY,APPROVED BY}.
   *
   * @param amount in cents, negative for what leaves the account
   * @param approvedBy empty for nobody
   */
  record Payment(
      String id,
      String date,
      String account,
      String counterparty,
      long amount,
      String enteredBy,
      String approvedBy)
      implements Entry {}

  /**
   * What an account holds before or after all payments: {@code opening,ACCOUNT,AMOUNT} and {@code
   * closing,ACCOUNT,AMOUNT}.
   */
  record Balance(boolean isOpening, String account, long amount) implements Entry {}

  /**
   * Reads a line.
   *
   * @throws MalformedException if it is none of the three kinds
   */
  static Entry parse(String line) throws MalformedException {
    List<String> cells = Ledger.split(line, ',');
    int count = cells.size();
    String kind = cells.getFirst();
    if (kind.equals("payment") && count == 8) {
      long amount = Amount.parse(cells.get(5));
      return new Payment(
          cells.get(1),
          cells.get(2),
          cells.get(3),
          cells.get(4),
          amount,
          cells.get(6),
          cells.get(7));
    }
    if ((kind.equals("opening") || kind.equals("closing")) && count == 3) {
      return new Balance(kind.equals("opening"), cells.get(1), Amount.parse(cells.get(2)));
    }
    throw new MalformedException("'" + line + "' is no line of a ledger");
  }
}
