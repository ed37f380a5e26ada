package org.zarf.kernels;

import java.util.Optional;
import org.zarf.prover.kernel.KernelProvider;
import org.zarf.prover.kernel.Kernels;

/** Offers the vector kernels to a JVM that was started with the incubator module. */
public final class VectorKernelProvider implements KernelProvider {

  /** The provider. */
  public VectorKernelProvider() {}

  @Override
  public Optional<Kernels> kernels() {
    boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    return present ? Optional.of(new VectorKernels()) : Optional.empty();
  }
}
