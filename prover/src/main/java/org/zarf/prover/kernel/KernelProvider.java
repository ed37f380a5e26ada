package org.zarf.prover.kernel;

import java.util.Optional;
import java.util.ServiceLoader;

/** Offers kernels, where the JVM it runs in has what they need. */
public interface KernelProvider {

  /** The kernels, or nothing if this JVM lacks what they need. */
  Optional<Kernels> kernels();

  /** The kernels of the first provider that has some, or the scalar ones. */
  static Kernels best() {
    return Best.KERNELS;
  }

  /** Looks for providers once. */
  final class Best {
    private static final Kernels KERNELS = find();

    private Best() {}

    private static Kernels find() {
      for (KernelProvider provider : ServiceLoader.load(KernelProvider.class)) {
        Optional<Kernels> kernels = provider.kernels();
        if (kernels.isPresent()) {
          return kernels.get();
        }
      }
      return new ScalarKernels();
    }
  }
}
