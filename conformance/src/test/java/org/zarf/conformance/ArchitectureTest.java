package org.zarf.conformance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of structure that the module system cannot state. */
@AnalyzeClasses(packages = "org.zarf", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] VERIFYING = {
    "org.zarf.algebra..",
    "org.zarf.hash..",
    "org.zarf.air..",
    "org.zarf.stark..",
    "org.zarf.machine..",
    "org.zarf.verifier.."
  };

  @ArchTest
  static final ArchRule whatVerifiesKnowsNoProver =
      noClasses()
          .that()
          .resideInAnyPackage(VERIFYING)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.zarf.prover..",
              "org.zarf.kernels..",
              "org.zarf.witness..",
              "org.zarf.riscv..",
              "org.zarf.sdk..",
              "org.zarf.cli..");

  @ArchTest
  static final ArchRule whatVerifiesUsesNothingThatOtherPlatformsLack =
      noClasses()
          .that()
          .resideInAnyPackage(VERIFYING)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.util.concurrent..",
              "java.lang.reflect..",
              "java.lang.invoke..",
              "java.lang.classfile..",
              "java.security..",
              "java.time..",
              "jdk.incubator..");

  @ArchTest
  static final ArchRule onlyTheKernelsUseTheIncubator =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.zarf.kernels..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jdk.incubator..");

  @ArchTest
  static final ArchRule constraintsKnowNoMachine =
      noClasses()
          .that()
          .resideInAnyPackage("org.zarf.air..", "org.zarf.stark..", "org.zarf.prover..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.zarf.machine..", "org.zarf.riscv..");

  @ArchTest
  static final ArchRule kernelsNeverSeeTheTranscript =
      noClasses()
          .that()
          .resideInAnyPackage("org.zarf.prover.kernel..", "org.zarf.kernels..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(".*Transcript");
}
