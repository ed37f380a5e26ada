package org.zarf.stark;

import static org.zarf.stark.StarkVerifier.requireThat;

import java.util.List;
import org.zarf.air.Circuit;
import org.zarf.air.PublicMessage;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;

/** Checks the shape of a proof before anything else, against the definitions. */
final class ShapeCheck {

  private final VerifyingKey key;
  private final Proof proof;

  private ShapeCheck(VerifyingKey key, Proof proof) {
    this.key = key;
    this.proof = proof;
  }

  /** The layout of a proof whose every part has the shape that follows from its instances. */
  static ProofLayout layoutOf(VerifyingKey key, Proof proof, Statement statement)
      throws ProofRejectedException {
    var check = new ShapeCheck(key, proof);
    // First of all, so that nothing is computed for instances that the proof only names.
    requireShape(proof.openings().size() == proof.instances().size(), "openings");
    check.instances();
    ProofLayout layout = ProofLayout.of(key, proof.instances());
    check.messages(layout, statement);
    check.strength(layout, statement);
    check.parts(layout);
    return layout;
  }

  private void instances() throws ProofRejectedException {
    Parameters parameters = key.parameters();
    List<Circuit.Slot> slots = key.circuit().slots();
    int[] counts = new int[slots.size()];
    Instance last = new Instance(-1, 0);
    for (Instance instance : proof.instances()) {
      requireInstance(
          instance.slot() >= 0 && instance.slot() < slots.size(), "no table " + instance.slot());
      String name = slots.get(instance.slot()).table().name();
      requireInstance(
          instance.logHeight() >= parameters.minLogHeight()
              && instance.logHeight() <= parameters.maxLogHeight(),
          "table " + name + " of height 2^" + instance.logHeight());
      boolean ordered =
          instance.slot() > last.slot()
              || (instance.slot() == last.slot() && instance.logHeight() <= last.logHeight());
      requireInstance(ordered, "table " + name + " is out of order");
      counts[instance.slot()]++;
      last = instance;
    }
    for (int slot = 0; slot < counts.length; slot++) {
      boolean allowed =
          switch (slots.get(slot).cardinality()) {
            case EXACTLY_ONE -> counts[slot] == 1;
            case AT_MOST_ONE -> counts[slot] <= 1;
            case ANY -> true;
          };
      String name = slots.get(slot).table().name();
      requireInstance(allowed, "table " + name + " appears " + counts[slot] + " times");
    }
    boolean useBuses =
        proof.instances().stream()
            .anyMatch(i -> !slots.get(i.slot()).table().interactions().isEmpty());
    requireInstance(useBuses, "no table takes part in a bus");
    boolean haveColumns =
        proof.instances().stream().anyMatch(i -> !slots.get(i.slot()).table().main().isEmpty());
    requireInstance(haveColumns, "no table has a column of its own");
    fixedHeights();
  }

  /** Heights of tables with fixed columns come from the key. */
  private void fixedHeights() throws ProofRejectedException {
    for (FixedCommitment commitment : key.fixed()) {
      List<Integer> slots = VerifyingKey.slotsOf(key.circuit(), commitment.group());
      for (Instance instance : proof.instances()) {
        int place = slots.indexOf(instance.slot());
        if (place >= 0) {
          requireInstance(
              instance.logHeight() == commitment.logHeights().get(place),
              "table "
                  + key.circuit().slots().get(instance.slot()).table().name()
                  + " has another height than its key");
        }
      }
      for (int slot : slots) {
        requireInstance(
            proof.instances().stream().anyMatch(i -> i.slot() == slot),
            "group " + commitment.group() + " is incomplete");
      }
    }
  }

  /** A sum of fewer than p fractions cannot wrap around. */
  private void messages(ProofLayout layout, Statement statement) throws ProofRejectedException {
    long count = 0;
    for (PublicMessage message : statement.messages()) {
      count += Math.abs((long) message.times());
    }
    for (InstanceLayout instance : layout.instances()) {
      count += (long) instance.instance().height() * (instance.table().interactions().size() + 1);
    }
    requireInstance(count < KoalaBear.P, count + " messages");
  }

  private void strength(ProofLayout layout, Statement statement) throws ProofRejectedException {
    Strength strength = proof.strength();
    int mostGrinding =
        Math.max(
            strength.lookupGrinding(),
            Math.max(strength.batchingGrinding(), strength.queryGrinding()));
    int leastGrinding =
        Math.min(
            strength.lookupGrinding(),
            Math.min(strength.batchingGrinding(), strength.queryGrinding()));
    requireShape(
        strength.queries() >= 1 && strength.queries() <= key.parameters().maxQueries(), "queries");
    requireShape(leastGrinding >= 0 && mostGrinding <= Strength.MAX_GRINDING, "grinding");
    int bits =
        SecurityLevel.of(layout.securityShape(), layout.lookups(statement), strength).total();
    int demanded = key.parameters().securityBits();
    requireThat(bits >= demanded, new Rejection.SecurityTooLow(bits, demanded));
  }

  private void parts(ProofLayout layout) throws ProofRejectedException {
    List<InstanceLayout> instances = layout.instances();
    long sums = instances.stream().filter(InstanceLayout::hasSum).count();
    requireElements(proof.sums(), Math.toIntExact(sums), "sums");
    for (int i = 0; i < instances.size(); i++) {
      InstanceLayout instance = instances.get(i);
      InstanceOpenings openings = proof.openings().get(i);
      String name = instance.table().name();
      requireElements(openings.fixed(), instance.fixedWidth(), "fixed openings of " + name);
      requireElements(openings.main(), instance.mainWidth(), "main openings of " + name);
      requireElements(openings.bus(), instance.busWidth(), "bus openings of " + name);
      requireElements(openings.quotient(), instance.quotientWidth(), "quotients of " + name);
      requireElements(
          openings.mainNext(), instance.nextColumns().size(), "next main openings of " + name);
      requireElements(openings.busNext(), instance.busNextWidth(), "next bus openings of " + name);
    }
    requireShape(proof.layers().size() == layout.folds().size(), "layers");
    requireElements(
        proof.finalPolynomial(),
        1 << FoldingSchedule.finalLogDegree(layout.logHeight()),
        "final polynomial");
    requireShape(proof.trees().size() == layout.trees().size(), "trees");
  }

  private static void requireElements(List<Ext> values, int count, String what)
      throws ProofRejectedException {
    requireShape(values.size() == count, what);
    for (Ext value : values) {
      for (int i = 0; i < Ext.DEGREE; i++) {
        requireShape(KoalaBear.isElement(value.coefficient(i)), what);
      }
    }
  }

  private static void requireInstance(boolean holds, String what) throws ProofRejectedException {
    requireThat(holds, new Rejection.BadInstances(what));
  }

  private static void requireShape(boolean holds, String what) throws ProofRejectedException {
    requireThat(holds, new Rejection.BadShape("the shape of the " + what + " is wrong"));
  }
}
